package dev.perennial.recommendation.order.domain;

/**
 * In how many orders two products are, alone and together.
 *
 * @param pairOrders orders that hold both
 * @param seedOrders orders that hold the seed, at least 1
 * @param itemOrders orders that hold the item, at least 1
 * @param orders all orders that hold anything
 */
public record PairCounts(
    String seed, String item, int pairOrders, int seedOrders, int itemOrders, int orders) {

  /** So many standard errors hold 95 % of a normal distribution on both sides. */
  private static final double NORMAL_95 = 1.959964;

  public double support() {
    return (double) pairOrders / orders;
  }

  public double confidence() {
    return (double) pairOrders / seedOrders;
  }

  public double lift() {
    return confidence() / ((double) itemOrders / orders);
  }

  /** The lower end of a 95 % interval of the lift. */
  public double liftAtLeast() {
    return lift() * Math.exp(-NORMAL_95 * logLiftError());
  }

  /** The upper end of it. */
  public double liftAtMost() {
    return lift() * Math.exp(NORMAL_95 * logLiftError());
  }

  /**
   * The standard error of the logarithm of the lift by the delta method (Agresti, Categorical Data
   * Analysis, 3rd edition, 16.1), the four cells of the pair's table being multinomial.
   */
  private double logLiftError() {
    double variance =
        1.0 / pairOrders
            - 1.0 / seedOrders
            - 1.0 / itemOrders
            - 1.0 / orders
            + 2.0 * pairOrders / ((double) seedOrders * itemOrders);
    return Math.sqrt(Math.max(0, variance));
  }
}
