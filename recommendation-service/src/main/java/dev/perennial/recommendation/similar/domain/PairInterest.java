package dev.perennial.recommendation.similar.domain;

import dev.perennial.recommendation.browse.domain.Visits;
import dev.perennial.recommendation.shop.domain.Shop;

/**
 * How often two products are looked at in one session and bought in one order, beside what chance
 * would make of it.
 */
record PairInterest(
    int commonSessions, double expectedSessions, int commonOrders, double expectedOrders) {

  private static final double Z = 1.96;

  /** Half a case more on either side, so that none at all is no proof (Haldane, 1956). */
  private static final double HALF = 0.5;

  static PairInterest of(Shop shop, int seed, int product) {
    int commonOrders = shop.baskets().counts(seed, product).pairOrders();
    return of(shop, seed, product, commonSessions(shop, seed, product), commonOrders);
  }

  static PairInterest of(Shop shop, int seed, int product, int commonSessions, int commonOrders) {
    var browsing = shop.browsing();
    var baskets = shop.baskets();
    return new PairInterest(
        commonSessions,
        expected(
            browsing.visits(seed).size(), browsing.visits(product).size(), browsing.sessions()),
        commonOrders,
        expected(baskets.ordersWith(seed), baskets.ordersWith(product), baskets.orders()));
  }

  /**
   * How many times more than by chance it is looked at together, beside how many times more it is
   * bought together: the lower bound of the 95 % interval of the ratio of two Poisson rates.
   */
  double viewedRatherThanBought() {
    return Math.exp(logRatio() - Z * deviation());
  }

  /** The same the other way round. */
  double boughtRatherThanViewed() {
    return Math.exp(-logRatio() - Z * deviation());
  }

  private double logRatio() {
    return Math.log((commonSessions + HALF) / (expectedSessions + HALF))
        - Math.log((commonOrders + HALF) / (expectedOrders + HALF));
  }

  private double deviation() {
    return Math.sqrt(1 / (commonSessions + HALF) + 1 / (commonOrders + HALF));
  }

  private static double expected(int one, int other, int all) {
    return all == 0 ? 0 : (double) one * other / all;
  }

  private static int commonSessions(Shop shop, int seed, int product) {
    Visits visits = shop.browsing().visits(seed);
    int common = 0;
    for (int i = 0; i < visits.size(); i++) {
      common += visits.session(i).indexOf(product) >= 0 ? 1 : 0;
    }
    return common;
  }
}
