package dev.perennial.recommendation.order.store;

import dev.perennial.recommendation.order.domain.ProfileKey;
import dev.perennial.recommendation.shop.store.ChangeNumber;
import dev.perennial.recommendation.shop.store.Cursor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;

/** The table of where profiles live. */
@ApplicationScoped
public class Residences {

  private static final String SAVE =
      """
      insert into residence (workspace, profile_id, country, shard, sequence)
      select * from unnest($1::text[], $2::uuid[], $3::text[], $4::int[], $5::bigint[])
      on conflict (workspace, profile_id) do update
      set country = excluded.country, shard = excluded.shard, sequence = excluded.sequence
      """;

  private static final String DELETE =
      """
      delete from residence r
      using unnest($1::text[], $2::uuid[]) as u(workspace, profile_id)
      where r.workspace = u.workspace and r.profile_id = u.profile_id
      """;

  private static final String SINCE =
      """
      select r.* from unnest($1::int[], $2::bigint[]) as seen(shard, sequence)
      cross join lateral (
        select r.* from residence r
        where r.shard = seen.shard and r.sequence > seen.sequence
        order by r.sequence
        fetch first ($3::int) rows with ties) r
      """;

  /**
   * Keeps these in place of what was known.
   *
   * @param residences at most one a profile
   */
  public Uni<Void> save(SqlClient tx, Collection<Residence> residences) {
    var profiles = residences.stream().map(Residence::profile).toList();
    var numbers = residences.stream().map(Residence::number).toList();
    var parameters =
        Tuple.of(
            Profiles.workspaces(profiles),
            Profiles.ids(profiles),
            residences.stream().map(Residence::country).toArray(String[]::new),
            numbers.stream().map(ChangeNumber::shard).toArray(Integer[]::new),
            numbers.stream().map(ChangeNumber::sequence).toArray(Long[]::new));
    return tx.preparedQuery(SAVE).execute(parameters).replaceWithVoid();
  }

  public Uni<Void> delete(SqlClient tx, Collection<ProfileKey> profiles) {
    return tx.preparedQuery(DELETE).execute(Profiles.columns(profiles)).replaceWithVoid();
  }

  /** The next page of changes; empty when there are none yet. */
  public Uni<List<Residence>> since(SqlClient client, Cursor cursor) {
    return client
        .preparedQuery(SINCE)
        .execute(cursor.parameters())
        .map(rows -> StreamSupport.stream(rows.spliterator(), false))
        .map(rows -> rows.map(Residences::residence).toList());
  }

  private static Residence residence(Row row) {
    return new Residence(
        Profiles.of(row),
        row.getString("country"),
        new ChangeNumber(row.getInteger("shard"), row.getLong("sequence")));
  }
}
