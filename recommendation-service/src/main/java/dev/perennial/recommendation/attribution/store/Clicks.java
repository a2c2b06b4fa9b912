package dev.perennial.recommendation.attribution.store;

import static java.time.ZoneOffset.UTC;

import dev.perennial.recommendation.attribution.domain.Click;
import dev.perennial.recommendation.attribution.domain.Money;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The table of what profiles clicked of what was recommended, each with what was counted of it. */
@ApplicationScoped
public class Clicks {

  // "offset 0" keeps the planner from joining whole tables while it has no statistics.
  private static final String OF =
      """
      select c.* from unnest($1::text[], $2::uuid[], $3::text[])
        as u(workspace, profile_id, product_id)
      cross join lateral (
        select c.* from recommendation_click c
        where c.workspace = u.workspace and c.profile_id = u.profile_id
          and c.product_id = u.product_id
        offset 0) c
      """;

  private static final String SAVE =
      """
      insert into recommendation_click (workspace, profile_id, product_id, item_id, placement,
                                        variant, strategy, clicked_at, bought, value_micros,
                                        currency, heard_at)
      select *, $12::timestamptz
      from unnest($1::text[], $2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[],
                  $7::text[], $8::timestamptz[], $9::boolean[], $10::bigint[], $11::text[])
      on conflict (workspace, profile_id, product_id, item_id) do update
      set placement = excluded.placement, variant = excluded.variant,
          strategy = excluded.strategy, clicked_at = excluded.clicked_at,
          bought = excluded.bought, value_micros = excluded.value_micros,
          currency = excluded.currency,
          heard_at = excluded.heard_at
      """;

  private static final String DELETE =
      """
      delete from recommendation_click c
      using unnest($1::text[], $2::uuid[]) as u(workspace, profile_id)
      where c.workspace = u.workspace and c.profile_id = u.profile_id
      returning c.*
      """;

  // All clicks of a profile on a product go together: without the last of them an earlier one would
  // get its order as well.
  private static final String FORGET =
      """
      delete from recommendation_click c
      using (
        select workspace, profile_id, product_id from recommendation_click o
        where heard_at < $1
          and not exists (
            select from recommendation_click n
            where n.workspace = o.workspace and n.profile_id = o.profile_id
              and n.product_id = o.product_id and n.heard_at >= $1
            offset 0)
        order by heard_at limit $2) old
      where c.workspace = old.workspace and c.profile_id = old.profile_id
        and c.product_id = old.product_id and c.heard_at < $1
      """;

  /** Those of these profiles on these products. */
  public Uni<List<KnownOutcome>> of(SqlClient tx, Map<ProfileKey, Set<String>> products) {
    var profiles = new ArrayList<ProfileKey>();
    var ids = new ArrayList<String>();
    products.forEach((profile, touched) ->
        touched.forEach(product -> {
          profiles.add(profile);
          ids.add(product);
        }));
    return tx.preparedQuery(OF)
        .execute(
            Tuple.of(
                Profiles.workspaces(profiles), Profiles.ids(profiles), ids.toArray(String[]::new)))
        .map(Clicks::outcomes);
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
            outcomes.stream().map(one -> one.bought().isPresent()).toArray(Boolean[]::new),
            outcomes.stream()
                .map(one -> one.bought().map(Money::micros).orElse(0L))
                .toArray(Long[]::new),
            outcomes.stream()
                .map(one -> one.bought().map(Money::currency).orElse(""))
                .toArray(String[]::new),
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
            ? Optional.of(new Money(row.getString("currency"), row.getLong("value_micros")))
            : Optional.empty());
  }
}
