package dev.perennial.exactlyonce;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Deletes what was set aside long ago. One that nobody has replayed is given up first, as a profile
 * would wait for it for ever.
 */
final class DeadRecordRetention implements ShardWork<Tuple> {

  private static final int PIECE = 1_000;

  private static final String OLD =
      """
      from dead_record where consumer = $1 and partition = any($2::int[])
        and failed_at < now() - make_interval(secs => $3)
      """;

  private static final String SETTLED =
      " and (replayed_at is not null or discarded_at is not null)";

  private static final String OPEN =
      " and replayed_at is null and discarded_at is null and discard_requested_at is null";

  private static final String DUE =
      "select from (select id %1$s %2$s union all select id %1$s %3$s) due limit 1"
          .formatted(OLD, SETTLED, OPEN);

  private static final String DELETE =
      "delete from dead_record where id in (select id %s %s limit %d)"
          .formatted(OLD, SETTLED, PIECE);

  private static final String GIVE_UP =
      """
      update dead_record set discard_requested_at = now(), replay_requested_at = null
      where id in (select id %s %s limit %d)
      """
          .formatted(OLD, OPEN, PIECE);

  private final Pool pool;
  private final String consumer;
  private final Duration retention;

  DeadRecordRetention(Pool pool, String consumer, Duration retention) {
    this.pool = pool;
    this.consumer = consumer;
    this.retention = retention;
  }

  @Override
  public String name() {
    return "dead record retention";
  }

  @Override
  public Duration interval() {
    return Duration.ofHours(1);
  }

  @Override
  public Uni<Optional<Tuple>> prepare(Set<Integer> shards) {
    double seconds = retention.toSeconds();
    var those = Tuple.of(consumer, shards.toArray(Integer[]::new), seconds);
    return pool.preparedQuery(DUE)
        .execute(those)
        .map(rows -> rows.rowCount() == 0 ? Optional.empty() : Optional.of(those));
  }

  @Override
  public Uni<Done> apply(SqlConnection tx, UnitContext context, Tuple those) {
    return Uni.combine()
        .all()
        .unis(tx.preparedQuery(DELETE).execute(those), tx.preparedQuery(GIVE_UP).execute(those))
        .usingConcurrencyOf(1)
        .with((deleted, givenUp) ->
            new Done(List.of(), deleted.rowCount() + givenUp.rowCount() >= PIECE));
  }
}
