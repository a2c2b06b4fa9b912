package dev.perennial.profile.store;

import dev.perennial.profile.domain.Commerce;
import dev.perennial.profile.domain.CustomerEvent.Deed;
import dev.perennial.profile.domain.CustomerEvent.Source;
import dev.perennial.profile.domain.HistoryEvent;
import dev.perennial.profile.domain.HistoryPosition;
import dev.perennial.profile.domain.IdentityChanges.Merge;
import dev.perennial.profile.domain.ProfileKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The history of events. */
@ApplicationScoped
public class Events {

  private static final String INSERT =
      """
      insert into event (workspace, profile_id, revision, occurred_at, received_at, recorded_at,
        message_id, deed, name, properties, source, hops, money, value_micros, items, commerce)
      select * from unnest($1::text[], $2::uuid[], $3::bigint[], $4::timestamptz[],
        $5::timestamptz[], $6::timestamptz[], $7::text[], $8::text[], $9::text[], $10::text[],
        $11::text[], $12::int[], $13::text[], $14::bigint[], $15::int[], $16::bytea[])
      """;

  private static final String LIST =
      """
      select * from event
      where workspace = $1 and profile_id = $2 and (occurred_at, revision) < ($3, $4)
      order by occurred_at desc, revision desc limit $5
      """;

  // The rows stay where they are, as their time does not change.
  private static final String MOVE =
      """
      update event e set profile_id = $3, revision = m.revision, recorded_at = $6
      from (
        select occurred_at, revision as old,
          $4 + row_number() over (order by occurred_at, revision) as revision
        from (
          select occurred_at, revision from event where workspace = $1 and profile_id = $2
          order by occurred_at, revision limit $5) chunk) m
      where e.workspace = $1 and e.profile_id = $2
        and e.occurred_at = m.occurred_at and e.revision = m.old
      returning e.*
      """;

  private static final String PARTITIONS =
      """
      select make_event_partitions($1, $2)
      """;

  private final Pool pool;

  public Events(Pool pool) {
    this.pool = pool;
  }

  public Uni<Void> insert(SqlConnection tx, List<HistoryEvent> events) {
    if (events.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    var columns =
        Columns.of(events)
            .text(event -> event.profile().workspace())
            .uuid(event -> event.profile().id())
            .number(HistoryEvent::revision)
            .instant(HistoryEvent::occurredAt)
            .instant(HistoryEvent::receivedAt)
            .instant(HistoryEvent::recordedAt)
            .text(HistoryEvent::messageId)
            .text(event -> event.deed().name())
            .text(HistoryEvent::name)
            .text(HistoryEvent::properties)
            .text(event -> event.source().name())
            .integer(HistoryEvent::hops)
            .text(event -> name(event.money()))
            .number(HistoryEvent::valueMicros)
            .integer(HistoryEvent::items)
            .bytes(HistoryEvent::commerce);
    return tx.preparedQuery(INSERT).execute(columns.tuple()).replaceWithVoid();
  }

  /** The newest events of a profile that come before a position. */
  public Uni<List<HistoryEvent>> list(ProfileKey profile, HistoryPosition before, int limit) {
    return pool.preparedQuery(LIST)
        .execute(
            Tuple.of(
                profile.workspace(),
                profile.id(),
                Columns.utc(before.occurredAt()),
                before.revision(),
                limit))
        .map(rows -> Rows.map(rows, Events::event));
  }

  /**
   * Gives a piece of a retired profile's history to the canonical one.
   *
   * @param after the canonical profile's revision; the events take the next ones
   * @return the events as they are now
   */
  public Uni<List<HistoryEvent>> move(
      SqlConnection tx, Merge merge, long after, int limit, Instant now) {
    var loser = merge.loser();
    return tx.preparedQuery(MOVE)
        .execute(
            Tuple.of(loser.workspace(), loser.id(), merge.winner().id(), after, limit)
                .addValue(Columns.utc(now)))
        .map(rows -> Rows.map(rows, Events::event));
  }

  /** Makes the partitions that are missing between two instants; returns how many. */
  public Uni<Integer> makePartitions(SqlConnection tx, Instant since, Instant until) {
    return tx.preparedQuery(PARTITIONS)
        .execute(Tuple.of(Columns.utc(since), Columns.utc(until)))
        .map(rows -> rows.iterator().next().getInteger(0));
  }

  static HistoryEvent event(Row row) {
    var money = row.getString("money");
    var commerce = row.getBuffer("commerce");
    return new HistoryEvent(
        Rows.profile(row),
        row.getLong("revision"),
        Rows.instant(row, "occurred_at"),
        Rows.instant(row, "received_at"),
        Rows.instant(row, "recorded_at"),
        row.getString("message_id"),
        Deed.valueOf(row.getString("deed")),
        row.getString("name"),
        row.getString("properties"),
        Source.valueOf(row.getString("source")),
        row.getInteger("hops"),
        money == null ? null : Commerce.Kind.valueOf(money),
        row.getLong("value_micros"),
        row.getInteger("items"),
        commerce == null ? null : commerce.getBytes());
  }

  private static @Nullable String name(Commerce.@Nullable Kind money) {
    return money == null ? null : money.name();
  }
}
