package dev.perennial.recommendation.attribution.store;

import static java.time.ZoneOffset.UTC;

import dev.perennial.recommendation.attribution.domain.Click;
import dev.perennial.recommendation.attribution.domain.Source;
import dev.perennial.recommendation.order.domain.ProfileKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The table of the last click of each profile on each product that was recommended to it. */
@ApplicationScoped
public class Clicks {

  // "offset 0" keeps the planner from joining whole tables while it has no statistics.
  private static final String OF =
      """
      select c.* from unnest($1::text[], $2::uuid[]) as u(workspace, profile_id)
      cross join lateral (
        select c.* from recommendation_click c
        where c.workspace = u.workspace and c.profile_id = u.profile_id
        offset 0) c
      """;

  private static final String SAVE =
      """
      insert into recommendation_click (workspace, profile_id, product_id, item_id, placement,
                                        variant, strategy, clicked_at, bought)
      select * from unnest($1::text[], $2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[],
                           $7::text[], $8::timestamptz[], $9::boolean[])
      on conflict (workspace, profile_id, product_id) do update
      set item_id = excluded.item_id, placement = excluded.placement, variant = excluded.variant,
          strategy = excluded.strategy, clicked_at = excluded.clicked_at, bought = excluded.bought
      """;

  private static final String DELETE =
      """
      delete from recommendation_click c
      using unnest($1::text[], $2::uuid[]) as u(workspace, profile_id)
      where c.workspace = u.workspace and c.profile_id = u.profile_id
      """;

  /** All of these profiles. */
  public Uni<List<KnownClick>> of(SqlClient tx, Collection<ProfileKey> profiles) {
    return tx.preparedQuery(OF)
        .execute(columns(profiles))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(Clicks::click).toList());
  }

  /** Keeps these in place of what was known. */
  public Uni<Void> save(SqlClient tx, List<KnownClick> clicks) {
    var sources = clicks.stream().map(known -> known.click().source()).toList();
    var columns =
        List.<Object>of(
            clicks.stream().map(known -> known.profile().workspace()).toArray(String[]::new),
            clicks.stream().map(known -> known.profile().id()).toArray(UUID[]::new),
            clicks.stream().map(KnownClick::product).toArray(String[]::new),
            clicks.stream().map(known -> known.click().item()).toArray(UUID[]::new),
            sources.stream().map(Source::placement).toArray(String[]::new),
            sources.stream().map(Source::variant).toArray(String[]::new),
            sources.stream().map(Source::strategy).toArray(String[]::new),
            clicks.stream()
                .map(known -> known.click().at().atOffset(UTC))
                .toArray(OffsetDateTime[]::new),
            clicks.stream().map(known -> known.click().bought()).toArray(Boolean[]::new));
    return tx.preparedQuery(SAVE).execute(Tuple.tuple(columns)).replaceWithVoid();
  }

  public Uni<Void> delete(SqlClient tx, Collection<ProfileKey> profiles) {
    return tx.preparedQuery(DELETE).execute(columns(profiles)).replaceWithVoid();
  }

  private static Tuple columns(Collection<ProfileKey> profiles) {
    return Tuple.of(
        profiles.stream().map(ProfileKey::workspace).toArray(String[]::new),
        profiles.stream().map(ProfileKey::id).toArray(UUID[]::new));
  }

  private static KnownClick click(Row row) {
    var source =
        new Source(row.getString("placement"), row.getString("variant"), row.getString("strategy"));
    return new KnownClick(
        new ProfileKey(row.getString("workspace"), row.getUUID("profile_id")),
        row.getString("product_id"),
        new Click(
            row.getOffsetDateTime("clicked_at").toInstant(),
            source,
            row.getUUID("item_id"),
            row.getBoolean("bought")));
  }
}
