package dev.perennial.recommendation.order.store;

import dev.perennial.recommendation.order.domain.ProfileKey;
import dev.perennial.recommendation.shop.store.ChangeNumber;
import dev.perennial.recommendation.shop.store.Cursor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The table of profiles whose purchases are gone, so that every replica hears of it. */
@ApplicationScoped
public class DepartedProfiles {

  private static final String ADD =
      """
      insert into departed_profile (workspace, profile_id, shard, sequence, merged_into)
      select * from unnest($1::text[], $2::uuid[], $3::int[], $4::bigint[], $5::uuid[])
      on conflict do nothing
      """;

  private static final String SINCE =
      """
      select d.* from unnest($1::int[], $2::bigint[]) as seen(shard, sequence)
      cross join lateral (
        select d.* from departed_profile d
        where d.shard = seen.shard and d.sequence > seen.sequence
        order by d.sequence
        fetch first ($3::int) rows with ties) d
      """;

  /**
   * A profile went, by a change.
   *
   * @param into the profile that absorbed it; empty when it was erased, or went before that was
   *     kept
   */
  public record Departure(ProfileKey profile, Optional<UUID> into, ChangeNumber number) {}

  public Uni<Void> add(SqlClient tx, List<Departure> departures) {
    var profiles = departures.stream().map(Departure::profile).toList();
    var numbers = departures.stream().map(Departure::number).toList();
    var parameters =
        Tuple.of(
            Profiles.workspaces(profiles),
            Profiles.ids(profiles),
            numbers.stream().map(ChangeNumber::shard).toArray(Integer[]::new),
            numbers.stream().map(ChangeNumber::sequence).toArray(Long[]::new),
            departures.stream().map(one -> one.into().orElse(null)).toArray(UUID[]::new));
    return tx.preparedQuery(ADD).execute(parameters).replaceWithVoid();
  }

  /** The next page; empty when there are none yet. */
  public Uni<List<Departure>> since(SqlClient client, Cursor cursor) {
    return client
        .preparedQuery(SINCE)
        .execute(cursor.parameters())
        .map(rows -> StreamSupport.stream(rows.spliterator(), false))
        .map(rows -> rows.map(DepartedProfiles::departure).toList());
  }

  private static Departure departure(Row row) {
    return new Departure(
        Profiles.of(row),
        Optional.ofNullable(row.getUUID("merged_into")),
        new ChangeNumber(row.getInteger("shard"), row.getLong("sequence")));
  }
}
