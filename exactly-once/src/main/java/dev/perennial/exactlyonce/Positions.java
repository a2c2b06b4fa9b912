package dev.perennial.exactlyonce;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The rows of {@code consumer_position} of one consumer. */
final class Positions {

  private static final String INSERT =
      """
      insert into consumer_position (consumer, topic, partition, epoch, next_offset, outbox_seq)
      select $1, u.topic, u.partition, 0, u.start, 0
      from unnest($2::text[], $3::int[], $4::bigint[]) u(topic, partition, start)
      on conflict do nothing
      """;

  private static final String KNOWN =
      "select topic, partition from consumer_position where consumer = $1";

  private static final String CLAIM =
      """
      update consumer_position p set epoch = p.epoch + 1
      from unnest($2::text[], $3::int[], $4::bigint[]) u(topic, partition, epoch)
      where p.consumer = $1 and p.topic = u.topic and p.partition = u.partition
        and (u.epoch is null or p.epoch = u.epoch)
      returning p.topic, p.partition, p.epoch, p.next_offset, p.outbox_seq, p.outbox
      """;

  private static final String FENCE =
      """
      select now() as now, set_config('idle_in_transaction_session_timeout', $6, true)
      from consumer_position p
      where p.consumer = $1 and (p.topic, p.partition, p.epoch, p.next_offset) in
        (select * from unnest($2::text[], $3::int[], $4::bigint[], $5::bigint[]))
      order by p.topic, p.partition
      for update of p
      """;

  private static final String ADVANCE =
      """
      update consumer_position p
      set next_offset = u.next_offset, outbox_seq = p.outbox_seq + 1, outbox = u.outbox
      from unnest($2::text[], $3::int[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bytea[])
        u(topic, partition, epoch, from_offset, next_offset, outbox)
      where p.consumer = $1 and p.topic = u.topic and p.partition = u.partition
        and p.epoch = u.epoch and p.next_offset = u.from_offset
      """;

  private final String consumer;
  private final String idleTimeout;

  Positions(String consumer, Duration idleTimeout) {
    this.consumer = consumer;
    this.idleTimeout = idleTimeout.toMillis() + "ms";
  }

  /** A claimed position and the slot that was filled last, if it is to be published again. */
  record Claimed(Position position, @Nullable Slot slot) {}

  /** A position to advance, and what to publish when that is done. */
  record Advance(Position from, long nextOffset, @Nullable Slot slot) {}

  /** The partitions that have a row. */
  Uni<Set<TopicPartition>> known(SqlConnection connection) {
    return connection
        .preparedQuery(KNOWN)
        .execute(Tuple.of(consumer))
        .map(rows -> stream(rows).map(Positions::partition).collect(Collectors.toSet()));
  }

  /** Makes the rows of new partitions. */
  Uni<Void> insert(SqlConnection connection, Map<TopicPartition, Long> starts) {
    var partitions = List.copyOf(starts.keySet());
    return connection
        .preparedQuery(INSERT)
        .execute(
            Tuple.of(
                consumer, topics(partitions), numbers(partitions), longs(partitions, starts::get)))
        .replaceWithVoid();
  }

  /**
   * Makes this the owner. Those with an epoch are claimed again only while it is still theirs; what
   * is not among the answers has another owner.
   */
  Uni<List<Claimed>> claim(
      SqlConnection tx,
      Collection<TopicPartition> partitions,
      Function<TopicPartition, @Nullable Long> epochs) {
    var list = List.copyOf(partitions);
    return tx.preparedQuery(CLAIM)
        .execute(Tuple.of(consumer, topics(list), numbers(list), longs(list, epochs)))
        .map(rows -> stream(rows).map(Positions::claimed).toList());
  }

  /** Locks the positions and answers with the time, or fails as fenced. */
  Uni<Instant> fence(SqlConnection tx, List<Position> positions) {
    var partitions = positions.stream().map(Position::partition).toList();
    return tx.preparedQuery(FENCE)
        .execute(
            Tuple.of(
                consumer,
                topics(partitions),
                numbers(partitions),
                array(positions, Position::epoch),
                array(positions, Position::nextOffset),
                idleTimeout))
        .map(rows -> {
          checkOwned(rows.rowCount(), partitions);
          return rows.iterator().next().get(OffsetDateTime.class, "now").toInstant();
        });
  }

  /** Moves the positions on and fills their slots, or fails as fenced. */
  Uni<Void> advance(SqlConnection tx, List<Advance> advances) {
    var from = advances.stream().map(Advance::from).toList();
    var partitions = from.stream().map(Position::partition).toList();
    var slots = advances.stream().map(Advance::slot).map(Positions::encoded);
    return tx.preparedQuery(ADVANCE)
        .execute(
            Tuple.from(
                new Object[] {
                  consumer,
                  topics(partitions),
                  numbers(partitions),
                  array(from, Position::epoch),
                  array(from, Position::nextOffset),
                  array(advances, Advance::nextOffset),
                  slots.toArray(Buffer[]::new)
                }))
        .invoke(rows -> checkOwned(rows.rowCount(), partitions))
        .replaceWithVoid();
  }

  private static void checkOwned(int rows, List<TopicPartition> partitions) {
    if (rows != partitions.size()) {
      throw new Fault.Fenced(partitions.toString());
    }
  }

  private static Claimed claimed(Row row) {
    var position =
        new Position(
            partition(row),
            row.getLong("epoch"),
            row.getLong("next_offset"),
            row.getLong("outbox_seq"));
    var slot = row.getBuffer("outbox");
    return new Claimed(position, slot == null ? null : Slot.decode(slot.getBytes()));
  }

  private static @Nullable Buffer encoded(@Nullable Slot slot) {
    return slot == null ? null : Buffer.buffer(slot.encode());
  }

  private static TopicPartition partition(Row row) {
    return new TopicPartition(row.getString("topic"), row.getInteger("partition"));
  }

  private static Stream<Row> stream(Iterable<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false);
  }

  private static String[] topics(List<TopicPartition> partitions) {
    return partitions.stream().map(TopicPartition::topic).toArray(String[]::new);
  }

  private static Integer[] numbers(List<TopicPartition> partitions) {
    return partitions.stream().map(TopicPartition::partition).toArray(Integer[]::new);
  }

  private static @Nullable Long[] longs(
      List<TopicPartition> partitions, Function<TopicPartition, @Nullable Long> value) {
    var longs = new ArrayList<@Nullable Long>();
    partitions.forEach(p -> longs.add(value.apply(p)));
    return longs.toArray(Long[]::new);
  }

  private static <T> Long[] array(List<T> from, Function<T, Long> value) {
    return from.stream().map(value).map(Objects::requireNonNull).toArray(Long[]::new);
  }
}
