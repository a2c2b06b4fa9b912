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

  public double support() {
    return (double) pairOrders / orders;
  }

  public double confidence() {
    return (double) pairOrders / seedOrders;
  }

  public double lift() {
    return confidence() / ((double) itemOrders / orders);
  }
}
