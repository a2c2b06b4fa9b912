package dev.perennial.exactlyonce;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/** The table {@code dead_record}. */
final class DeadRecordRows {

  private static final NameBasedGenerator IDS =
      Generators.nameBasedGenerator(UUID.fromString("0d8f7a53-5c19-5d0e-8b3e-7f0a92c4e611"));

  private static final String INSERT =
      """
      insert into dead_record (id, consumer, topic, partition, record_offset, key, value,
        header_names, header_values, record_time, reason, failed_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, now())
      on conflict (id) do nothing
      returning *
      """;

  private static final String NEWEST =
      """
      select * from dead_record where (failed_at, id) < ($1, $2)
      order by failed_at desc, id desc limit $3
      """;

  private static final String REQUEST_REPLAY =
      """
      with asked as (
        update dead_record set replay_requested_at = now(), discard_requested_at = null
        where id = $1 and replayed_at is null and discarded_at is null
        returning *)
      select * from asked
      union all
      select * from dead_record where id = $1 and not exists (select from asked)
      """;

  private static final String REQUEST_DISCARD =
      """
      with asked as (
        update dead_record set discard_requested_at = now(), replay_requested_at = null
        where id = $1 and replayed_at is null and discarded_at is null
        returning *)
      select * from asked
      union all
      select * from dead_record where id = $1 and not exists (select from asked)
      """;

  private static final String ONE = "select * from dead_record where id = $1";

  private static final String ASKED =
      """
      select d.* from dead_record d
      join unnest($2::text[], $3::int[]) u(topic, partition)
        on d.topic = u.topic and d.partition = u.partition
      where d.consumer = $1 and (d.replay_requested_at is not null or d.discard_requested_at is not null)
      order by d.topic, d.partition, d.record_offset limit 1
      """;

  private static final String REPLAYED =
      """
      update dead_record set replayed_at = now(), replay_requested_at = null
      where id = $1 and replay_requested_at is not null
      """;

  private static final String DISCARDED =
      """
      update dead_record set discarded_at = now(), discard_requested_at = null
      where id = $1 and discard_requested_at is not null
      """;

  private static final String FORGET = "delete from dead_record where key = any($1)";

  private static final String FAILED_AGAIN =
      """
      update dead_record set failed_at = now(), reason = $2, replay_requested_at = null
      where id = $1
      """;

  private DeadRecordRows() {}

  /** Empty when this very record was set aside before. */
  static Uni<Optional<Row>> insert(
      SqlConnection tx, String consumer, ConsumerRecord<String, byte[]> dead, String reason) {
    String name = "%s/%s/%d/%d".formatted(consumer, dead.topic(), dead.partition(), dead.offset());
    var headers = List.of(dead.headers().toArray());
    return tx.preparedQuery(INSERT)
        .execute(
            Tuple.from(
                new Object[] {
                  // With the time of the record, so that a topic made anew does not collide.
                  IDS.generate((name + "/" + dead.timestamp()).getBytes(UTF_8)),
                  consumer,
                  dead.topic(),
                  dead.partition(),
                  dead.offset(),
                  dead.key() == null ? null : dead.key().replace("\0", "\uFFFD"),
                  dead.value() == null ? null : Buffer.buffer(dead.value()),
                  headers.stream().map(h -> h.key().replace("\0", "\uFFFD")).toArray(String[]::new),
                  headers.stream().map(DeadRecordRows::value).toArray(Buffer[]::new),
                  StoredRecord.time(dead),
                  reason
                }))
        .map(DeadRecordRows::first);
  }

  static Uni<List<Row>> newest(SqlClient client, OffsetDateTime before, UUID beforeId, int limit) {
    return client
        .preparedQuery(NEWEST)
        .execute(Tuple.of(before, beforeId, limit))
        .map(r -> list(r));
  }

  /** Asks the owner of the partition to replay the record; nothing changes if it did. */
  static Uni<Optional<Row>> requestReplay(SqlClient client, UUID id) {
    return client.preparedQuery(REQUEST_REPLAY).execute(Tuple.of(id)).map(DeadRecordRows::first);
  }

  /** Asks the owner of the partition to give the record up; nothing changes if it is settled. */
  static Uni<Optional<Row>> requestDiscard(SqlClient client, UUID id) {
    return client.preparedQuery(REQUEST_DISCARD).execute(Tuple.of(id)).map(DeadRecordRows::first);
  }

  static Uni<Optional<Row>> one(SqlClient client, UUID id) {
    return client.preparedQuery(ONE).execute(Tuple.of(id)).map(DeadRecordRows::first);
  }

  /** What the owner of these partitions is asked to replay or to discard. */
  static Uni<Optional<Row>> nextAsked(
      SqlClient client, String consumer, Collection<TopicPartition> owned) {
    var topics = owned.stream().map(TopicPartition::topic).toArray(String[]::new);
    var partitions = owned.stream().map(TopicPartition::partition).toArray(Integer[]::new);
    return client
        .preparedQuery(ASKED)
        .execute(Tuple.of(consumer, topics, partitions))
        .map(DeadRecordRows::first);
  }

  /** False when it is no longer asked for. */
  static Uni<Boolean> replayed(SqlConnection tx, UUID id) {
    return tx.preparedQuery(REPLAYED).execute(Tuple.of(id)).map(rows -> rows.rowCount() == 1);
  }

  /** False when it is no longer asked for. */
  static Uni<Boolean> discarded(SqlConnection tx, UUID id) {
    return tx.preparedQuery(DISCARDED).execute(Tuple.of(id)).map(rows -> rows.rowCount() == 1);
  }

  /** Deletes the records with these keys, of whatever consumer. */
  static Uni<Void> forget(SqlConnection tx, Collection<String> keys) {
    return tx.preparedQuery(FORGET)
        .execute(Tuple.of(keys.toArray(String[]::new)))
        .replaceWithVoid();
  }

  static Uni<Void> failedAgain(SqlConnection tx, UUID id, String reason) {
    return tx.preparedQuery(FAILED_AGAIN).execute(Tuple.of(id, reason)).replaceWithVoid();
  }

  private static Buffer value(Header header) {
    return Buffer.buffer(header.value() == null ? new byte[0] : header.value());
  }

  private static Optional<Row> first(RowSet<Row> rows) {
    return list(rows).stream().findFirst();
  }

  private static List<Row> list(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).toList();
  }
}
