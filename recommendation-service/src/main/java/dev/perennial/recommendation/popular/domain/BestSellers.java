package dev.perennial.recommendation.popular.domain;

import dev.perennial.recommendation.order.domain.DailySales;
import dev.perennial.recommendation.order.domain.Decay;
import dev.perennial.recommendation.serving.domain.Candidates;
import dev.perennial.recommendation.serving.domain.Evidence;
import dev.perennial.recommendation.serving.domain.Query;
import dev.perennial.recommendation.serving.domain.Scores;
import dev.perennial.recommendation.serving.domain.Strategy;
import dev.perennial.recommendation.shop.domain.Shop;
import java.util.Optional;

/**
 * What most orders hold, those of the last weeks above all; of one category, and of the buyers of
 * one country, when asked. Orders count and not pieces, so that one large order makes no best
 * seller.
 */
public final class BestSellers implements Strategy {

  /** Half as much each month; nothing after ten. */
  private static final Decay DECAY = new Decay(30);

  @Override
  public String key() {
    return "best-sellers";
  }

  /** What is asked of a shop, and what the answer depends on. */
  private record Question(Optional<String> category, Optional<String> country) {}

  private record State(long sales, long catalog, int today) {}

  @Override
  public String shows() {
    return "What most orders hold, of a category or country when asked";
  }

  @Override
  public Candidates candidates(Shop shop, Query query) {
    var sales = sales(shop, query);
    int today = DailySales.day(query.now());
    var scores =
        shop.answers()
            .get(
                Scores.class,
                new Question(query.category(), query.country()),
                new State(shop.baskets().salesVersion(), shop.catalog().changes(), today),
                () -> scores(shop, query, sales, today));
    return new Candidates(scores, product -> evidence(sales, query, product));
  }

  private static Scores scores(Shop shop, Query query, DailySales sales, int today) {
    var scores = new Scores();
    for (int product : sales.products()) {
      if (isAskedFor(shop, query, product)) {
        double score = sales.decayed(product, DECAY, today, today);
        if (score > 0) {
          scores.add(product, score);
        }
      }
    }
    return scores;
  }

  private static Evidence evidence(DailySales sales, Query query, int product) {
    int today = DailySales.day(query.now());
    int orders = sales.orders(product, today - DECAY.days(), today);
    return new Evidence.BestSeller(orders, DECAY.days(), query.category(), query.country());
  }

  private static DailySales sales(Shop shop, Query query) {
    return query.country().map(shop.baskets()::salesIn).orElseGet(shop.baskets()::sales);
  }

  private static boolean isAskedFor(Shop shop, Query query, int product) {
    return query.category().isEmpty()
        || shop.catalog()
            .entry(product)
            .filter(entry -> entry.isIn(query.category().get()))
            .isPresent();
  }
}
