package dev.perennial.recommendation.attribution.store;

import static java.time.ZoneOffset.UTC;
import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import dev.perennial.recommendation.attribution.domain.Attribution;
import dev.perennial.recommendation.attribution.domain.Click;
import dev.perennial.recommendation.attribution.domain.Money;
import dev.perennial.recommendation.attribution.domain.Sale;
import dev.perennial.recommendation.order.domain.ProfileKey;
import dev.perennial.recommendation.order.store.ArrayLiteral;
import dev.perennial.recommendation.order.store.Profiles;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Reads, of the table of orders, what may be put down to clicks. */
@ApplicationScoped
public class Sales {

  // The orders of a profile are read once, whatever it clicked in between. "offset 0" keeps the
  // planner from joining whole tables while it has no statistics.
  private static final String AFTER =
      """
      select s.*
      from unnest($1::text[], $2::uuid[], $3::text[], $4::timestamptz[], $5::timestamptz[])
        as u(workspace, profile_id, products, since, until)
      cross join lateral (
        select p.workspace, p.profile_id, p.order_key, p.occurred_at, p.currency, l.product_id,
               coalesce(l.micros, 0) as micros
        from purchase p
        cross join lateral unnest(p.product_ids, p.kept, p.line_micros)
          as l(product_id, kept, micros)
        where p.workspace = u.workspace and p.profile_id = u.profile_id
          and p.occurred_at between u.since and u.until
          and l.product_id = any(u.products::text[]) and l.kept > 0
        offset 0) s
      """;

  /**
   * What was bought of what was clicked, from the first click to the end of the window after the
   * last one; each once.
   */
  public Uni<Map<ProfileKey, List<Sale>>> after(SqlClient tx, Map<ProfileKey, List<Click>> clicks) {
    var clicked = new LinkedHashMap<>(clicks);
    clicked.values().removeIf(List::isEmpty);
    if (clicked.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    var profiles = List.copyOf(clicked.keySet());
    var columns =
        Tuple.of(
            Profiles.workspaces(profiles),
            Profiles.ids(profiles),
            clicked.values().stream().map(Sales::products).toArray(String[]::new),
            clicked.values().stream()
                .map(of -> of.stream().map(Click::at).min(naturalOrder()).orElseThrow())
                .map(first -> first.atOffset(UTC))
                .toArray(OffsetDateTime[]::new),
            clicked.values().stream()
                .map(of -> of.stream().map(Click::at).max(naturalOrder()).orElseThrow())
                .map(last -> last.plus(Attribution.WINDOW).atOffset(UTC))
                .toArray(OffsetDateTime[]::new));
    return tx.preparedQuery(AFTER)
        .execute(columns)
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .collect(groupingBy(Profiles::of, mapping(Sales::sale, toList()))));
  }

  private static String products(List<Click> clicks) {
    return ArrayLiteral.ofTexts(clicks.stream().map(Click::product).collect(toSet()));
  }

  private static Sale sale(Row row) {
    return new Sale(
        row.getString("order_key"),
        row.getOffsetDateTime("occurred_at").toInstant(),
        row.getString("product_id"),
        new Money(row.getString("currency"), row.getLong("micros")));
  }
}
