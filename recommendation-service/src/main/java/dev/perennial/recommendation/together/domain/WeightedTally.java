package dev.perennial.recommendation.together.domain;

import java.util.Arrays;

/** Counts and sums of weights by product number. Used by one thread. */
public final class WeightedTally {

  private final int[] counts;
  private final double[] sums;

  public WeightedTally(int products) {
    counts = new int[products];
    sums = new double[products];
  }

  /** Adds one order of this weight to the products from one index of a list to before another. */
  void addAll(int[] products, int from, int to, double weight) {
    for (int k = from; k < to; k++) {
      int product = products[k];
      counts[product]++;
      sums[product] += weight;
    }
  }

  public int count(int product) {
    return counts[product];
  }

  public double sum(int product) {
    return sums[product];
  }

  public void clear() {
    Arrays.fill(counts, 0);
    Arrays.fill(sums, 0);
  }
}
