package dev.perennial.recommendation.similar.domain;

import dev.perennial.recommendation.browse.domain.Session;
import dev.perennial.recommendation.shop.domain.Shop;
import java.util.List;

/**
 * How often two products are looked at in one session and bought in one order, beside what chance
 * would make of it.
 */
record PairInterest(
    int commonSessions, double expectedSessions, int commonOrders, double expectedOrders) {

  private static final double Z = 1.96;

  /** Half a case more on either side, so that none at all is no proof (Haldane, 1956). */
  private static final double HALF = 0.5;

  /** Of a product that everybody looks at, the latest sessions are looked at. */
  static final int MOST_SESSIONS = 5_000;

  static PairInterest of(Shop shop, int seed, int product) {
    int commonOrders = shop.baskets().counts(seed, product).pairOrders();
    return of(shop, seed, product, commonSessions(shop, seed, product), commonOrders);
  }

  /**
   * Of counts that are known.
   *
   * @param commonSessions among those that {@link #sessions} finds of the seed
   */
  static PairInterest of(Shop shop, int seed, int product, int commonSessions, int commonOrders) {
    var browsing = shop.browsing();
    var baskets = shop.baskets();
    return new PairInterest(
        commonSessions,
        expected(sessions(shop, seed).size(), browsing.visits(product).size(), browsing.sessions()),
        commonOrders,
        expected(baskets.ordersWith(seed), baskets.ordersWith(product), baskets.orders()));
  }

  /** The sessions of a seed that are counted. */
  static List<Session> sessions(Shop shop, int seed) {
    return shop.browsing().visits(seed).latest(MOST_SESSIONS);
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
    int common = 0;
    for (Session session : sessions(shop, seed)) {
      common += session.indexOf(product) >= 0 ? 1 : 0;
    }
    return common;
  }
}
