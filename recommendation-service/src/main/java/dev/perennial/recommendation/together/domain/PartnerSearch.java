package dev.perennial.recommendation.together.domain;

import java.util.Arrays;

/**
 * Finds the partners of one product after the other: of those that the guard admits, the strongest
 * by the cosine of the weighted orders, of equally strong ones those with the first ids. Used by
 * one thread.
 */
final class PartnerSearch {

  private final OrderMatrix orders;
  private final ModelSettings settings;
  private final WeightedTally tally;
  private final long[] ranked;

  PartnerSearch(OrderMatrix orders, ModelSettings settings) {
    this.orders = orders;
    this.settings = settings;
    this.tally = new WeightedTally(orders.products());
    this.ranked = new long[orders.products()];
  }

  Partners of(int product) {
    orders.tallyWith(product, tally);
    int found = rankAdmitted(product);
    int kept = Math.min(found, settings.partners());
    int[] products = weakestLast(found, kept);
    int[] neighbours = Arrays.copyOf(products, Math.min(kept, settings.neighbours()));
    Arrays.sort(neighbours);
    Arrays.sort(products);
    float[] weights = new float[kept];
    for (int i = 0; i < kept; i++) {
      weights[i] = (float) tally.sum(products[i]);
    }
    return new Partners(products, weights, neighbours, orders.weightWith(product));
  }

  /** Fills in the keys of the admitted, to be sorted: cosine first, then the lower number. */
  private int rankAdmitted(int product) {
    int found = 0;
    int seedOrders = orders.ordersWith(product);
    double weight = orders.weightWith(product);
    for (int other = 0; other < orders.products(); other++) {
      int pairs = tally.count(other);
      if (pairs > 0
          && other != product
          && settings
              .guard()
              .admits(pairs, seedOrders, orders.ordersWith(other), orders.orders())) {
        double cosine = tally.sum(other) / Math.sqrt(weight * orders.weightWith(other));
        // Floats above 0 are ordered as their bits are.
        ranked[found++] =
            (long) Float.floatToRawIntBits((float) cosine) << 32 | (~other & 0xFFFFFFFFL);
      }
    }
    return found;
  }

  private int[] weakestLast(int found, int kept) {
    Arrays.sort(ranked, 0, found);
    int[] products = new int[kept];
    for (int i = 0; i < kept; i++) {
      products[i] = ~(int) ranked[found - 1 - i];
    }
    return products;
  }
}
