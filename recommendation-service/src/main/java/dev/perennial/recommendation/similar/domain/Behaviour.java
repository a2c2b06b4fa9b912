package dev.perennial.recommendation.similar.domain;

import dev.perennial.recommendation.browse.domain.Browsing;
import dev.perennial.recommendation.browse.domain.Fading;
import dev.perennial.recommendation.browse.domain.Session;
import dev.perennial.recommendation.order.domain.BasketIndex;
import dev.perennial.recommendation.order.domain.Tally;
import dev.perennial.recommendation.serving.domain.Scores;
import dev.perennial.recommendation.shop.domain.Shop;
import java.time.Duration;

/**
 * How alike products are by what people do with both: the cosine of the sessions and orders that
 * hold them, shrunk for what is in few (Hidasi et al., "Session-based Recommendations with
 * Recurrent Neural Networks", ICLR 2016, item-kNN). A session weighs by what was done with the one
 * of the two that less was done with, and half as much each month.
 *
 * <p>All sums are of whole parts, so that they are the same on every replica. For one answer.
 */
final class Behaviour {

  private static final Fading FADING = new Fading(Duration.ofDays(30));

  /** What is in few sessions is alike to nothing by chance: as if in so many more without it. */
  private static final double SHRINKAGE = 10;

  private final Shop shop;
  private final Browsing browsing;
  private final BasketIndex baskets;
  private final int products;
  private final int hour;

  /** Looked up more than once for each of thousands. */
  private final Scores weights = new Scores();

  Behaviour(Shop shop, int hour) {
    this.shop = shop;
    this.browsing = shop.browsing();
    this.baskets = shop.baskets();
    this.products = shop.products().size();
    this.hour = hour;
  }

  /** The cosine of each product that shares a session or an order with the seed. */
  Scores cosines(int seed) {
    var cosines = new Scores();
    double seedWeight = weight(seed) + SHRINKAGE;
    common(seed)
        .forEach((product, sum) -> {
          if (product != seed) {
            cosines.add(product, sum / Math.sqrt(seedWeight * (weight(product) + SHRINKAGE)));
          }
        });
    return cosines;
  }

  /** How much is known of a product: its sessions, faded and by weight, and its orders. */
  double weight(int product) {
    double weight = weights.of(product);
    if (weight == 0) {
      weight =
          (double) browsing.visits(product).pulse().fadedWeights(hour, FADING) / Fading.WHOLE
              + baskets.ordersWith(product);
      weights.add(product, weight);
    }
    return weight;
  }

  /** The weights of what holds both, by product. */
  private Scores common(int seed) {
    var sums = new Scores();
    for (Session session : PairInterest.sessions(shop, seed)) {
      double parts = (double) FADING.parts(hour - session.hour()) / Fading.WHOLE;
      int seedWeight = session.weight(session.indexOf(seed));
      for (int i = 0; i < session.size(); i++) {
        sums.add(session.product(i), parts * Math.min(seedWeight, session.weight(i)));
      }
    }
    var tally = new Tally(products);
    baskets.tallyWith(seed, tally);
    for (int i = 0; i < tally.size(); i++) {
      sums.add(tally.product(i), tally.count(tally.product(i)));
    }
    return sums;
  }
}
