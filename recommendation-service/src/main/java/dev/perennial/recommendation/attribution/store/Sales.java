package dev.perennial.recommendation.attribution.store;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.perennial.recommendation.attribution.domain.Attribution;
import dev.perennial.recommendation.attribution.domain.Click;
import dev.perennial.recommendation.attribution.domain.Sale;
import dev.perennial.recommendation.order.domain.ProfileKey;
import dev.perennial.recommendation.order.store.Profiles;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Reads, of the table of orders, what may be put down to clicks. */
@ApplicationScoped
public class Sales {

  // "offset 0" keeps the planner from joining whole tables while it has no statistics.
  private static final String AFTER =
      """
      select distinct s.workspace, s.profile_id, s.order_key, s.occurred_at, s.product_id, s.micros
      from unnest($1::text[], $2::uuid[], $3::text[], $4::timestamptz[], $5::timestamptz[])
        as u(workspace, profile_id, product_id, clicked_at, until)
      cross join lateral (
        select p.workspace, p.profile_id, p.order_key, p.occurred_at, l.product_id,
               coalesce(l.micros, 0) as micros
        from purchase p
        cross join lateral unnest(p.product_ids, p.kept, p.line_micros)
          as l(product_id, kept, micros)
        where p.workspace = u.workspace and p.profile_id = u.profile_id
          and p.occurred_at between u.clicked_at and u.until
          and l.product_id = u.product_id and l.kept > 0
        offset 0) s
      """;

  /** A click of a profile. */
  public record OfProfile(ProfileKey profile, Click click) {}

  /** What was bought of what was clicked, within the window after any of the clicks; each once. */
  public Uni<Map<ProfileKey, List<Sale>>> after(SqlClient tx, List<OfProfile> clicks) {
    if (clicks.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    var profiles = clicks.stream().map(OfProfile::profile).toList();
    var columns =
        Tuple.of(
            Profiles.workspaces(profiles),
            Profiles.ids(profiles),
            clicks.stream().map(one -> one.click().product()).toArray(String[]::new),
            clicks.stream()
                .map(one -> one.click().at().atOffset(UTC))
                .toArray(OffsetDateTime[]::new),
            clicks.stream()
                .map(one -> one.click().at().plus(Attribution.WINDOW).atOffset(UTC))
                .toArray(OffsetDateTime[]::new));
    return tx.preparedQuery(AFTER)
        .execute(columns)
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .collect(groupingBy(Profiles::of, mapping(Sales::sale, toList()))));
  }

  private static Sale sale(Row row) {
    return new Sale(
        row.getString("order_key"),
        row.getOffsetDateTime("occurred_at").toInstant(),
        row.getString("product_id"),
        row.getLong("micros"));
  }
}
