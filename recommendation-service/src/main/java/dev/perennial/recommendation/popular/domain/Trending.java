package dev.perennial.recommendation.popular.domain;

import dev.perennial.recommendation.browse.domain.Hours;
import dev.perennial.recommendation.catalog.domain.CatalogEntry;
import dev.perennial.recommendation.serving.domain.Candidates;
import dev.perennial.recommendation.serving.domain.Evidence;
import dev.perennial.recommendation.serving.domain.Query;
import dev.perennial.recommendation.serving.domain.Scores;
import dev.perennial.recommendation.serving.domain.Strategy;
import dev.perennial.recommendation.shop.domain.Shop;
import java.util.Optional;

/**
 * What is wanted more than it was, surely: scored by how often it is wanted now beyond what its own
 * past explains, the last hours above all. What is always popular is not among it.
 */
public final class Trending implements Strategy {

  public static final String KEY = "trending";

  /** Fewer people, or sessions, may be anyone's afternoon. */
  private static final int LEAST = 3;

  @Override
  public String key() {
    return KEY;
  }

  /** What is asked of a shop, and what the answer depends on. */
  private record Question(Optional<String> category) {}

  private record Trends(Scores scores, Demand demand, long allRecent, long allPast) {

    Surge of(int product) {
      return Surge.of(demand.recent(product), demand.past(product), allRecent, allPast);
    }
  }

  private record State(long sessions, long orders, long catalog, int hour) {}

  @Override
  public String shows() {
    return "What is wanted more than before, beyond what its past explains";
  }

  @Override
  public Candidates candidates(Shop shop, Query query) {
    var state =
        new State(
            shop.browsing().version(),
            shop.baskets().version(),
            shop.catalog().changes(),
            Hours.of(query.now()));
    var trends =
        shop.answers()
            .get(
                Trends.class,
                new Question(query.category()),
                state,
                () -> trends(shop, query, Demand.of(shop, query.now())));
    return new Candidates(trends.scores, product -> evidence(trends.demand, trends.of(product)));
  }

  private static Trends trends(Shop shop, Query query, Demand demand) {
    var trends = new Trends(new Scores(), demand, demand.allRecent(), demand.allPast());
    for (int product = 0; product < shop.products().size(); product++) {
      if (demand.recent(product) >= LEAST && isAskedFor(shop, query, product)) {
        var surge = trends.of(product);
        if (surge.isSure() && demand.isOf(LEAST, product)) {
          trends.scores.add(product, surge.unexplained() * demand.faded(product));
        }
      }
    }
    return trends;
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
