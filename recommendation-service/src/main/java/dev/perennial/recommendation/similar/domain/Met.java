package dev.perennial.recommendation.similar.domain;

import java.util.Arrays;

/** Products met on the way through the index, with the sum of what they were met by. */
final class Met {

  private final double[] sums;
  private final boolean[] isMet;
  private int[] products = new int[256];
  private int count;

  Met(int products) {
    this.sums = new double[products];
    this.isMet = new boolean[products];
  }

  void add(int product, double amount) {
    if (!isMet[product]) {
      isMet[product] = true;
      if (count == products.length) {
        products = Arrays.copyOf(products, count * 2);
      }
      products[count++] = product;
    }
    sums[product] += amount;
  }

  void forEach(ContentSimilarity.Taker taker) {
    for (int i = 0; i < count; i++) {
      taker.take(products[i], sums[products[i]]);
    }
  }
}
