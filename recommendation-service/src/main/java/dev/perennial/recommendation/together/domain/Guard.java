package dev.perennial.recommendation.together.domain;

/**
 * Which pairs may be recommended. Without it, confidence shows whatever sells most and lift
 * whatever was bought together once by chance.
 *
 * @param minPairOrders orders that hold both, at least
 * @param minChiSquare of the pair's two-by-two table (Pearson, one degree of freedom), at least;
 *     3.84 is one chance in twenty. Products that avoid each other never pass.
 */
public record Guard(int minPairOrders, double minChiSquare) {

  public static final Guard DEFAULT = new Guard(3, 3.84);

  public Guard {
    if (minPairOrders < 1 || !(minChiSquare >= 0)) {
      throw new IllegalArgumentException("a guard needs at least one order and no negative bound");
    }
  }

  boolean admits(int pairOrders, int seedOrders, int itemOrders, int orders) {
    if (pairOrders < minPairOrders) {
      return false;
    }
    double expected = (double) seedOrders * itemOrders;
    double surplus = (double) pairOrders * orders - expected;
    // Not divided, as a product in every order leaves nothing to divide by, and proves nothing.
    double spread = expected * (orders - seedOrders) * (orders - itemOrders);
    return surplus > 0 && orders * surplus * surplus >= minChiSquare * spread && spread > 0;
  }
}
