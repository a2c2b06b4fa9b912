package dev.perennial.recommendation.interest.store;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.perennial.recommendation.interest.domain.News;
import dev.perennial.recommendation.interest.domain.Noticed;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the table of the last news of each product, which {@link ProductNews} writes. */
@ApplicationScoped
public class LatestNews {

  // The reasons are those for which people are told, but that having been told is none against it.
  // What holds no more is no news: it costs as much again, is sold out again, or was bought.
  private static final String OF_PEOPLE =
      """
      select * from (
        select i.profile_id, i.product_id, n.kind, n.happened_at, n.previous_price_micros,
          c.price_micros, c.currency, case
            when i.asked <= n.happened_at
              and i.asked > coalesce(greatest(i.bought_at,
                case when i.told < n.happened_at then i.told end), '-infinity') then 'ASKED'
            when i.carted_at > n.happened_at - $4::bigint * interval '1 ms'
              and i.carted_at > coalesce(greatest(i.bought_at, i.removed_at), '-infinity')
              then 'CARTED'
            when i.viewed_at > n.happened_at - $4::bigint * interval '1 ms'
              and i.viewed_at > coalesce(i.bought_at, '-infinity') then 'VIEWED'
            end as reason
        from (
          select k.kind, o.*,
            case k.kind when 'PRICE_DROPPED' then o.asked_price_at else o.asked_stock_at end as asked,
            case k.kind when 'PRICE_DROPPED' then o.told_price_at else o.told_stock_at end as told
          from interest o, unnest($6::text[]) as k(kind)
          where o.workspace = $1 and o.profile_id = any($2)) i
        join lateral (
          select * from latest_news l
          where l.workspace = $1 and l.product_id = i.product_id and l.kind = i.kind
            and l.happened_at > $3
          limit 1) n on true
        join lateral (
          select * from catalog_product p
          where p.workspace = $1 and p.product_id = i.product_id and not p.deleted
          limit 1) c on true
        where case n.kind
          when 'PRICE_DROPPED' then c.currency = n.currency
            and c.price_micros <= n.previous_price_micros * (1 - $5::float8)
          else coalesce(c.stock, 1) > 0 end) noticed
      where reason is not null
      """;

  /**
   * What is news to each of the people; nothing of those to whom nothing is.
   *
   * @param after older news is none
   * @param window for how long what was viewed or carted is of interest
   * @param leastDrop the part of the price before that it must be cheaper by still
   */
  public Uni<Map<UUID, List<Noticed>>> of(
      SqlClient client,
      String workspace,
      Collection<UUID> people,
      Instant after,
      Duration window,
      double leastDrop) {
    return client
        .preparedQuery(OF_PEOPLE)
        .execute(
            Tuple.of(
                workspace,
                people.toArray(UUID[]::new),
                after.atOffset(UTC),
                window.toMillis(),
                leastDrop,
                Arrays.stream(News.Kind.values()).map(Enum::name).toArray(String[]::new)))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .collect(
                    groupingBy(
                        row -> row.getUUID("profile_id"), mapping(LatestNews::noticed, toList()))));
  }

  private static Noticed noticed(Row row) {
    return new Noticed(
        row.getString("product_id"),
        News.Kind.valueOf(row.getString("kind")),
        News.Reason.valueOf(row.getString("reason")),
        row.getOffsetDateTime("happened_at").toInstant(),
        optional(row.getLong("price_micros")),
        optional(row.getLong("previous_price_micros")),
        row.getString("currency"));
  }

  private static OptionalLong optional(@Nullable Long value) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
