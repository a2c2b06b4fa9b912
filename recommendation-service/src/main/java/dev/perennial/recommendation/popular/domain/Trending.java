package dev.perennial.recommendation.popular.domain;

import dev.perennial.recommendation.catalog.domain.CatalogEntry;
import dev.perennial.recommendation.serving.domain.Candidates;
import dev.perennial.recommendation.serving.domain.Evidence;
import dev.perennial.recommendation.serving.domain.Query;
import dev.perennial.recommendation.serving.domain.Scores;
import dev.perennial.recommendation.serving.domain.Strategy;
import dev.perennial.recommendation.shop.domain.Shop;

/**
 * What is wanted more than it was, surely: scored by how often it is wanted now beyond what its own
 * past explains, the last hours above all. What is always popular is not among it.
 */
public final class Trending implements Strategy {

  public static final String KEY = "trending";

  /** Fewer may be anyone's afternoon. */
  private static final int LEAST = 3;

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public String shows() {
    return "What is wanted more than before, beyond what its past explains";
  }

  @Override
  public Candidates candidates(Shop shop, Query query) {
    var demand = Demand.of(shop, query.now());
    long allRecent = demand.allRecent();
    long allPast = demand.allPast();
    var scores = new Scores();
    for (int product = 0; product < shop.products().size(); product++) {
      int recent = demand.recent(product);
      if (recent >= LEAST && isAskedFor(shop, query, product)) {
        var surge = Surge.of(recent, demand.past(product), allRecent, allPast);
        if (surge.isSure()) {
          scores.add(product, surge.unexplained() * demand.faded(product));
        }
      }
    }
    return new Candidates(
        scores,
        product ->
            evidence(
                demand,
                Surge.of(demand.recent(product), demand.past(product), allRecent, allPast)));
  }

  private static Evidence evidence(Demand demand, Surge surge) {
    return new Evidence.Trend(
        surge.recent(),
        demand.recentHours(),
        surge.past(),
        demand.pastHours(),
        surge.timesAtLeast());
  }

  private static boolean isAskedFor(Shop shop, Query query, int product) {
    return query.category().isEmpty()
        || shop.catalog().entry(product).filter(entry -> isIn(entry, query)).isPresent();
  }

  private static boolean isIn(CatalogEntry entry, Query query) {
    return query.category().filter(entry::isIn).isPresent();
  }
}
