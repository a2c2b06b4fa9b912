package dev.perennial.recommendation.attribution.store;

import static java.time.ZoneOffset.UTC;

import dev.perennial.recommendation.attribution.domain.Click;
import dev.perennial.recommendation.attribution.domain.Outcome;
import dev.perennial.recommendation.attribution.domain.Source;
import dev.perennial.recommendation.order.domain.ProfileKey;
import dev.perennial.recommendation.order.store.Profiles;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The table of what profiles clicked of what was recommended, each with what was counted of it. */
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
                                        variant, strategy, clicked_at, bought, value_micros,
                                        heard_at)
      select *, $11::timestamptz
      from unnest($1::text[], $2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[],
                  $7::text[], $8::timestamptz[], $9::boolean[], $10::bigint[])
      on conflict (workspace, profile_id, product_id, item_id) do update
      set placement = excluded.placement, variant = excluded.variant,
          strategy = excluded.strategy, clicked_at = excluded.clicked_at,
          bought = excluded.bought, value_micros = excluded.value_micros,
          heard_at = excluded.heard_at
      """;

  private static final String DELETE =
      """
      delete from recommendation_click c
      using unnest($1::text[], $2::uuid[]) as u(workspace, profile_id)
      where c.workspace = u.workspace and c.profile_id = u.profile_id
      returning c.*
      """;

  // Rows that a unit is just writing are left to the next step, so that nobody waits.
  private static final String FORGET =
      """
      delete from recommendation_click c
      using (
        select workspace, profile_id, product_id, item_id from recommendation_click
        where heard_at < $1
        order by heard_at limit $2
        for update skip locked) old
      where c.workspace = old.workspace and c.profile_id = old.profile_id
        and c.product_id = old.product_id and c.item_id = old.item_id
      """;

  /** All of these profiles. */
  public Uni<List<KnownOutcome>> of(SqlClient tx, Collection<ProfileKey> profiles) {
    return tx.preparedQuery(OF).execute(Profiles.columns(profiles)).map(Clicks::outcomes);
  }

  /** Keeps these in place of what was known of the same clicks. */
  public Uni<Void> save(SqlClient tx, List<KnownOutcome> known, Instant now) {
    var profiles = known.stream().map(KnownOutcome::profile).toList();
    var outcomes = known.stream().map(KnownOutcome::outcome).toList();
    var clicks = outcomes.stream().map(Outcome::click).toList();
    var sources = clicks.stream().map(Click::source).toList();
    var columns =
        List.<Object>of(
            Profiles.workspaces(profiles),
            Profiles.ids(profiles),
            clicks.stream().map(Click::product).toArray(String[]::new),
            clicks.stream().map(Click::item).toArray(UUID[]::new),
            sources.stream().map(Source::placement).toArray(String[]::new),
            sources.stream().map(Source::variant).toArray(String[]::new),
            sources.stream().map(Source::strategy).toArray(String[]::new),
            clicks.stream().map(click -> click.at().atOffset(UTC)).toArray(OffsetDateTime[]::new),
            outcomes.stream().map(one -> one.boughtMicros().isPresent()).toArray(Boolean[]::new),
            outcomes.stream().map(one -> one.boughtMicros().orElse(0)).toArray(Long[]::new),
            now.atOffset(UTC));
    return tx.preparedQuery(SAVE).execute(Tuple.tuple(columns)).replaceWithVoid();
  }

  /** Deletes all of these profiles, and says what there was. */
  public Uni<List<KnownOutcome>> delete(SqlClient tx, Collection<ProfileKey> profiles) {
    return tx.preparedQuery(DELETE).execute(Profiles.columns(profiles)).map(Clicks::outcomes);
  }

  /** Deletes some of which nothing was heard since; says how many. */
  public Uni<Integer> forget(SqlClient tx, Instant since, int limit) {
    return tx.preparedQuery(FORGET)
        .execute(Tuple.of(since.atOffset(UTC), limit))
        .map(RowSet::rowCount);
  }

  private static List<KnownOutcome> outcomes(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> new KnownOutcome(Profiles.of(row), outcome(row)))
        .toList();
  }

  private static Outcome outcome(Row row) {
    var source =
        new Source(row.getString("placement"), row.getString("variant"), row.getString("strategy"));
    var click =
        new Click(
            row.getString("product_id"),
            row.getUUID("item_id"),
            row.getOffsetDateTime("clicked_at").toInstant(),
            source);
    return new Outcome(
        click,
        row.getBoolean("bought")
            ? OptionalLong.of(row.getLong("value_micros"))
            : OptionalLong.empty());
  }
}
