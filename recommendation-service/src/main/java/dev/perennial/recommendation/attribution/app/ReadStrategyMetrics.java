package dev.perennial.recommendation.attribution.app;

import static java.util.Comparator.comparing;

import dev.perennial.recommendation.attribution.domain.Counts;
import dev.perennial.recommendation.attribution.domain.Source;
import dev.perennial.recommendation.attribution.domain.StrategyMetrics;
import dev.perennial.recommendation.attribution.store.DailyCounts;
import dev.perennial.recommendation.shop.app.Shops;
import dev.perennial.recommendation.shop.domain.Shop;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** How well each strategy does. */
@ApplicationScoped
public class ReadStrategyMetrics {

  private final Pool pool;
  private final DailyCounts dailyCounts;
  private final Shops shops;

  ReadStrategyMetrics(Pool pool, DailyCounts dailyCounts, Shops shops) {
    this.pool = pool;
    this.dailyCounts = dailyCounts;
    this.shops = shops;
  }

  /** Of the days from the first to the last, by placement, variant and strategy. */
  public Uni<List<StrategyMetrics>> between(String workspace, LocalDate first, LocalDate last) {
    return dailyCounts
        .between(pool, workspace, first, last)
        .map(counts -> shops.read(workspace, shop -> metrics(shop, counts)));
  }

  private static List<StrategyMetrics> metrics(Shop shop, Map<Source, Map<String, Counts>> counts) {
    return counts.entrySet().stream()
        .map(entry ->
            StrategyMetrics.of(
                entry.getKey(),
                entry.getValue(),
                product -> popularity(shop, product),
                shop.products().size()))
        .sorted(
            comparing((StrategyMetrics one) -> one.source().placement())
                .thenComparing(one -> one.source().variant())
                .thenComparing(one -> one.source().strategy()))
        .toList();
  }

  /** As if one order more held it: nothing is without any hope, and nothing divides by 0. */
  private static double popularity(Shop shop, String product) {
    int number = shop.products().find(product);
    int orders = number < 0 ? 0 : shop.baskets().ordersWith(number);
    return (orders + 1.0) / (shop.baskets().orders() + 1.0);
  }
}
