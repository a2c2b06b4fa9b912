package dev.perennial.recommendation.together.domain;

import java.util.Arrays;

/**
 * Counts and sums of weights by product number, of the orders that hold one product. Used by one
 * thread.
 *
 * <p>Both are in one number each, so that an order adds to one place in memory only: the count in
 * the upper bits, the sum in the lower ones, as whole units so small that all weights together fill
 * half of what there is room for.
 */
public final class WeightedTally {

  /** As many as a double holds to the last unit. */
  private static final int MOST_BITS = 52;

  private final long[] cells;
  private int bits = MOST_BITS;
  private double units = 1;

  public WeightedTally(int products) {
    cells = new long[products];
  }

  /**
   * Begins anew.
   *
   * @param orders that may be added, at most
   * @param weight of these orders in all
   */
  void start(int orders, double weight) {
    Arrays.fill(cells, 0);
    bits = Math.min(MOST_BITS, Integer.numberOfLeadingZeros(orders) + Integer.SIZE - 1);
    units = Math.min(Math.scalb(0.5, bits) / weight, Double.MAX_VALUE);
  }

  /** Adds one order of this weight to the products from one index of a list to before another. */
  void addAll(int[] products, int from, int to, double weight) {
    long order = (1L << bits) + (long) (weight * units);
    for (int k = from; k < to; k++) {
      cells[products[k]] += order;
    }
  }

  public int count(int product) {
    return (int) (cells[product] >>> bits);
  }

  public double sum(int product) {
    return (cells[product] & (1L << bits) - 1) / units;
  }
}
