package dev.perennial.profile.store;

import dev.perennial.profile.domain.CommerceSummary;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Sums over all events of a workspace, in one statement, hence of one moment. */
@ApplicationScoped
public class CommerceFigures {

  // Per profile first; the history that a merge has not moved yet counts for the canonical profile.
  private static final String SUMMARY =
      """
      with per_profile as (
        select e.profile_id,
          count(*) filter (where e.money = 'ORDER') as orders,
          count(*) filter (where e.money = 'REFUND') as refunds,
          count(*) filter (where e.money = 'ADJUSTMENT') as adjustments,
          sum(e.items) as line_items,
          sum(case when e.money = 'REFUND' then -e.value_micros else e.value_micros end) as net,
          count(*) filter (where e.money = 'ORDER' and e.value_micros > 0) as positive,
          sum(e.value_micros) filter (where e.money = 'ORDER' and e.value_micros > 0) as positive_value
        from event e
        where e.workspace = $1 and e.money is not null
        group by e.profile_id),
      person as (
        select c.known, sum(f.orders) as orders, sum(f.refunds) as refunds,
          sum(f.adjustments) as adjustments, sum(f.line_items) as line_items, sum(f.net) as net,
          sum(f.positive) as positive, sum(f.positive_value) as positive_value
        from per_profile f
        join profile p on p.workspace = $1 and p.profile_id = f.profile_id
        join profile c on c.workspace = $1 and c.profile_id = coalesce(p.merged_into, p.profile_id)
        group by c.profile_id, c.known)
      select
        (select count(*) from event where workspace = $1) as events,
        (select count(*) from profile where workspace = $1 and merged_into is null) as profiles,
        (select count(*) from profile where workspace = $1 and merged_into is null and known)
          as known_profiles,
        coalesce(sum(orders), 0)::bigint as orders,
        coalesce(sum(refunds), 0)::bigint as refunds,
        coalesce(sum(adjustments), 0)::bigint as adjustments,
        coalesce(sum(line_items), 0)::bigint as line_items,
        coalesce(sum(orders + refunds + adjustments) filter (where not known), 0)::bigint
          as anonymous_events,
        coalesce(sum(net), 0)::bigint as net,
        coalesce(sum(positive), 0)::bigint as positive,
        coalesce(sum(positive_value), 0)::bigint as positive_value,
        coalesce(sum(positive) filter (where known), 0)::bigint as known_positive,
        coalesce(sum(positive_value) filter (where known), 0)::bigint as known_positive_value,
        count(*) filter (where known and positive > 0) as known_buyers,
        count(*) filter (where known and positive > 1) as known_repeat_buyers,
        coalesce(sum(net) filter (where known), 0)::bigint as known_net
      from person
      """;

  private final Pool pool;

  public CommerceFigures(Pool pool) {
    this.pool = pool;
  }

  public Uni<CommerceSummary> summary(String workspace) {
    return pool.preparedQuery(SUMMARY)
        .execute(Tuple.of(workspace))
        .map(rows -> summary(rows.iterator().next()));
  }

  private static CommerceSummary summary(Row row) {
    return new CommerceSummary(
        new CommerceSummary.Totals(
            row.getLong("events"), row.getLong("profiles"), row.getLong("known_profiles")),
        new CommerceSummary.Money(
            row.getLong("orders"),
            row.getLong("refunds"),
            row.getLong("adjustments"),
            row.getLong("line_items"),
            row.getLong("anonymous_events"),
            row.getLong("net"),
            row.getLong("positive"),
            row.getLong("positive_value")),
        new CommerceSummary.Known(
            row.getLong("known_positive"),
            row.getLong("known_positive_value"),
            row.getLong("known_buyers"),
            row.getLong("known_repeat_buyers"),
            row.getLong("known_net")));
  }
}
