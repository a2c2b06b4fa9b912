package dev.perennial.exactlyonce;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.exactlyonce.RevisionGate.ProfileKey;
import dev.perennial.exactlyonce.RevisionGate.Revised;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** The table {@code held_record}. */
final class HeldRows {

  /** So many are counted for the gauge at most, as it is asked for every second. */
  private static final int MOST_COUNTED = 10_000;

  private static final String HOLD =
      """
      with added as (
        insert into held_record (workspace, profile_id, revision, topic, partition, record_offset,
          record_time, key, payload, origin, traceparent)
        select * from unnest($1::text[], $2::uuid[], $3::bigint[], $4::text[], $5::int[], $6::bigint[],
          $7::timestamptz[], $8::text[], $9::bytea[], $10::text[], $11::text[])
        on conflict do nothing
        returning workspace, profile_id)
      select workspace, profile_id, count(*)::int as rows from added group by workspace, profile_id
      """;

  private static final String RELEASE =
      """
      with gone as (
        delete from held_record h using unnest($1::text[], $2::uuid[], $3::bigint[]) u(workspace, profile_id, last)
        where h.workspace = u.workspace and h.profile_id = u.profile_id and h.revision <= u.last
        returning h.workspace, h.profile_id)
      select workspace, profile_id, count(*)::int as rows from gone group by workspace, profile_id
      """;

  /** Of each profile that is ready, what follows its last revision without a gap. */
  private static final String READY =
      """
      select * from (
        select *, sum(octet_length(value)) over (order by workspace, profile_id, revision)
          - octet_length(value) as bytes_before
        from (
          select h.* from revision_gate g cross join lateral (
            select r.*, r.payload as value, row_number() over (order by r.revision) as place
            from held_record r
            where r.workspace = g.workspace and r.profile_id = g.profile_id
              and r.revision > g.last_revision and r.payload is not null
            order by r.revision limit $3) h
          where g.ready and h.revision = g.last_revision + h.place
            and (h.topic, h.partition) in (select * from unnest($1::text[], $2::int[]))
          limit $3) page) page
      where bytes_before < $4
      order by workspace, profile_id, revision
      """;

  private static final String DROP =
      """
      with gone as (
        delete from held_record
        where topic = $1 and partition = $2 and record_offset = $3 and record_time = $4
        returning workspace, profile_id)
      update revision_gate g set held = g.held - 1, ready = false from gone
      where g.workspace = gone.workspace and g.profile_id = gone.profile_id
      """;

  private static final String GIVE_UP =
      """
      update held_record set payload = null
      where workspace = $1 and profile_id = $2 and revision = $3
      """;

  private static final String COUNT =
      """
      select count(*) as held from (
        select from unnest($1::text[], $2::int[]) u(topic, partition) cross join lateral (
          select from held_record h where h.topic = u.topic and h.partition = u.partition limit $3) h
        limit $3) counted
      """;

  private HeldRows() {}

  /** Keeps records until their gap closes; answers how many per profile were not there yet. */
  static Uni<Map<ProfileKey, Integer>> hold(SqlConnection tx, Collection<Revised> early) {
    if (early.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    var records = early.stream().map(Revised::record).toList();
    return tx.preparedQuery(HOLD)
        .execute(
            Tuple.from(
                new Object[] {
                  early.stream().map(Revised::workspace).toArray(String[]::new),
                  early.stream().map(Revised::profileId).toArray(UUID[]::new),
                  early.stream().map(Revised::revision).toArray(Long[]::new),
                  records.stream().map(ConsumerRecord::topic).toArray(String[]::new),
                  records.stream().map(ConsumerRecord::partition).toArray(Integer[]::new),
                  records.stream().map(ConsumerRecord::offset).toArray(Long[]::new),
                  records.stream().map(StoredRecord::time).toArray(OffsetDateTime[]::new),
                  records.stream().map(ConsumerRecord::key).toArray(String[]::new),
                  records.stream().map(HeldRows::payload).toArray(Buffer[]::new),
                  records.stream().map(r -> header(r, Origin.HEADER)).toArray(String[]::new),
                  records.stream().map(r -> header(r, UnitTrace.TRACEPARENT)).toArray(String[]::new)
                }))
        .map(HeldRows::perProfile);
  }

  /** Deletes what has been passed; answers how many per profile. */
  static Uni<Map<ProfileKey, Integer>> release(SqlConnection tx, List<Standing> standings) {
    if (standings.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    var keys = standings.stream().map(s -> s.key).toList();
    return tx.preparedQuery(RELEASE)
        .execute(
            Tuple.of(
                RevisionRows.workspaces(keys),
                RevisionRows.ids(keys),
                standings.stream().map(Standing::last).toArray(Long[]::new)))
        .map(HeldRows::perProfile);
  }

  /**
   * Records whose gap has closed, in order per profile; the bytes are a bound but for one record.
   */
  static Uni<List<ConsumerRecord<String, byte[]>>> ready(
      SqlClient client, Collection<TopicPartition> owned, int records, int bytes) {
    return client
        .preparedQuery(READY)
        .execute(Tuple.of(topics(owned), partitions(owned), records, bytes))
        .map(
            rows -> StreamSupport.stream(rows.spliterator(), false).map(HeldRows::record).toList());
  }

  /** Takes a record out that will not go through its processor. */
  static Uni<Void> drop(SqlConnection tx, ConsumerRecord<String, byte[]> held) {
    return tx.preparedQuery(DROP)
        .execute(Tuple.of(held.topic(), held.partition(), held.offset(), StoredRecord.time(held)))
        .replaceWithVoid();
  }

  /** Keeps the revision without its record; answers how many rows this has added. */
  static Uni<Integer> giveUp(SqlConnection tx, Revised revised) {
    var key = Tuple.of(revised.workspace(), revised.profileId(), revised.revision());
    return hold(tx, List.of(revised))
        .call(() -> tx.preparedQuery(GIVE_UP).execute(key))
        .map(added -> added.getOrDefault(ProfileKey.of(revised), 0));
  }

  /** How many records of these partitions wait for a gap to close, up to a bound. */
  static Uni<Long> count(SqlClient client, Collection<TopicPartition> owned) {
    return client
        .preparedQuery(COUNT)
        .execute(Tuple.of(topics(owned), partitions(owned), MOST_COUNTED))
        .map(rows -> rows.iterator().next().getLong("held"));
  }

  private static Buffer payload(ConsumerRecord<String, byte[]> held) {
    return held.value() == null ? Buffer.buffer() : Buffer.buffer(held.value());
  }

  private static ConsumerRecord<String, byte[]> record(Row row) {
    var headers = new RecordHeaders();
    add(headers, Origin.HEADER, row.getString("origin"));
    add(headers, UnitTrace.TRACEPARENT, row.getString("traceparent"));
    return StoredRecord.of(row, headers);
  }

  private static void add(RecordHeaders headers, String name, @Nullable String value) {
    if (value != null) {
      headers.add(name, value.getBytes(UTF_8));
    }
  }

  private static @Nullable String header(ConsumerRecord<?, ?> held, String name) {
    var header = held.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), UTF_8).replace("\0", "\uFFFD");
  }

  private static Map<ProfileKey, Integer> perProfile(RowSet<Row> rows) {
    var counts = new HashMap<ProfileKey, Integer>();
    rows.forEach(row -> counts.put(RevisionRows.key(row), row.getInteger("rows")));
    return counts;
  }

  private static String[] topics(Collection<TopicPartition> partitions) {
    return partitions.stream().map(TopicPartition::topic).toArray(String[]::new);
  }

  private static Integer[] partitions(Collection<TopicPartition> partitions) {
    return partitions.stream().map(TopicPartition::partition).toArray(Integer[]::new);
  }
}
