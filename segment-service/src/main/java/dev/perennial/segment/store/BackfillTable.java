package dev.perennial.segment.store;

import static dev.perennial.segment.store.Columns.tuple;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** How far each shard of a workspace has been completed from history. */
@ApplicationScoped
public class BackfillTable {

  /**
   * What is left of one shard.
   *
   * @param done all its profiles are complete up to this generation
   * @param target the generation to complete them to
   * @param after the last profile that is complete up to the target; empty to begin
   */
  public record Remaining(
      String workspace, int shard, long done, long target, Optional<UUID> after) {}

  private static final String NEXT =
      """
      select w.workspace, o.shard, coalesce(b.done, 0) as done, w.target,
        case when b.target = w.target then b.after_profile_id end as after_profile_id
      from unnest($1::text[], $2::bigint[]) as w (workspace, target)
      cross join unnest($3::int[]) as o (shard)
      left join backfill b on b.workspace = w.workspace and b.shard = o.shard
      where coalesce(b.done, 0) < w.target
      order by w.target, o.shard limit 1
      """;

  private static final String PUT =
      """
      insert into backfill (workspace, shard, done, target, after_profile_id)
      values ($1, $2, $3, $4, $5)
      on conflict (workspace, shard) do update set
        done = excluded.done, target = excluded.target,
        after_profile_id = excluded.after_profile_id
      """;

  private static final String DONE =
      """
      select case when count(*) = $2 then min(done) else 0 end as done
      from backfill where workspace = $1
      """;

  /**
   * A shard that is not complete.
   *
   * @param targets the generation of the youngest segment of each workspace
   */
  public Uni<Optional<Remaining>> next(
      SqlClient client, Map<String, Long> targets, Set<Integer> shards) {
    var workspaces = targets.keySet().toArray(String[]::new);
    var generations = targets.values().toArray(Long[]::new);
    return client
        .preparedQuery(NEXT)
        .execute(tuple(workspaces, generations, shards.toArray(Integer[]::new)))
        .map(BackfillTable::first);
  }

  /** All of the shard up to this profile is complete up to the target. */
  public Uni<Void> advance(SqlConnection tx, Remaining remaining, Optional<UUID> after) {
    return put(tx, remaining, remaining.done(), after);
  }

  /** The whole shard is complete up to the target. */
  public Uni<Void> finish(SqlConnection tx, Remaining remaining) {
    return put(tx, remaining, remaining.target(), Optional.empty());
  }

  /** The generation that a whole workspace is complete up to. */
  public Uni<Long> done(SqlClient client, String workspace, int shards) {
    return client
        .preparedQuery(DONE)
        .execute(tuple(workspace, (long) shards))
        .map(rows -> rows.iterator().next().getLong("done"));
  }

  private static Uni<Void> put(
      SqlConnection tx, Remaining remaining, long done, Optional<UUID> after) {
    return tx.preparedQuery(PUT)
        .execute(
            tuple(
                remaining.workspace(),
                remaining.shard(),
                done,
                remaining.target(),
                after.orElse(null)))
        .replaceWithVoid();
  }

  private static Optional<Remaining> first(RowSet<Row> rows) {
    for (var row : rows) {
      return Optional.of(
          new Remaining(
              row.getString("workspace"),
              row.getInteger("shard"),
              row.getLong("done"),
              row.getLong("target"),
              Optional.ofNullable(row.getUUID("after_profile_id"))));
    }
    return Optional.empty();
  }
}
