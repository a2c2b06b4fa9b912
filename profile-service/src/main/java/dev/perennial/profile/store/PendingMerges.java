package dev.perennial.profile.store;

import dev.perennial.contracts.Shards;
import dev.perennial.profile.domain.IdentityChanges.Merge;
import dev.perennial.profile.domain.ProfileKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Retired profiles that still hold what belongs to the ones that absorbed them. */
@ApplicationScoped
public class PendingMerges {

  private static final String INSERT =
      """
      insert into pending_merge (workspace, loser, shard)
      select * from unnest($1::text[], $2::uuid[], $3::int[])
      """;

  private static final String NEXT =
      """
      select m.workspace, m.loser, p.merged_into as winner
      from (select * from pending_merge where shard = any ($1::int[]) limit 1) m
      join profile p on p.workspace = m.workspace and p.profile_id = m.loser
      """;

  private static final String LOCK =
      """
      select told from pending_merge where workspace = $1 and loser = $2 for update
      """;

  private static final String TOLD =
      """
      update pending_merge set told = true where workspace = $1 and loser = $2
      """;

  private static final String DELETE =
      """
      delete from pending_merge where workspace = $1 and loser = $2
      """;

  private final Pool pool;
  private final Shards shards;

  public PendingMerges(Pool pool, Shards shards) {
    this.pool = pool;
    this.shards = shards;
  }

  public Uni<Void> insert(SqlConnection tx, List<Merge> merges) {
    var columns =
        Columns.of(merges)
            .text(merge -> merge.loser().workspace())
            .uuid(merge -> merge.loser().id())
            .integer(merge -> shards.of(merge.loser().id().toString()));
    return tx.preparedQuery(INSERT).execute(columns.tuple()).replaceWithVoid();
  }

  /** A merge of these shards, if any is left. */
  public Uni<Optional<Merge>> next(Set<Integer> owned) {
    return pool.preparedQuery(NEXT)
        .execute(Tuple.tuple().addValue(owned.toArray(Integer[]::new)))
        .map(rows -> Rows.map(rows, PendingMerges::merge).stream().findFirst());
  }

  /** Whether all but the history was moved; empty when nothing is left to do. */
  public Uni<Optional<Boolean>> lock(SqlConnection tx, ProfileKey loser) {
    return tx.preparedQuery(LOCK)
        .execute(key(loser))
        .map(rows -> Rows.map(rows, row -> row.getBoolean("told")).stream().findFirst());
  }

  public Uni<Void> told(SqlConnection tx, ProfileKey loser) {
    return tx.preparedQuery(TOLD).execute(key(loser)).replaceWithVoid();
  }

  public Uni<Void> delete(SqlConnection tx, ProfileKey loser) {
    return tx.preparedQuery(DELETE).execute(key(loser)).replaceWithVoid();
  }

  static Columns<Merge> columns(Collection<Merge> merges) {
    return Columns.of(merges)
        .text(merge -> merge.loser().workspace())
        .uuid(merge -> merge.loser().id())
        .uuid(merge -> merge.winner().id());
  }

  private static Merge merge(Row row) {
    var workspace = row.getString("workspace");
    return new Merge(
        new ProfileKey(workspace, row.getUUID("loser")),
        new ProfileKey(workspace, row.getUUID("winner")));
  }

  private static Tuple key(ProfileKey loser) {
    return Tuple.of(loser.workspace(), loser.id());
  }
}
