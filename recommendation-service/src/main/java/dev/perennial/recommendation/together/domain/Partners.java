package dev.perennial.recommendation.together.domain;

import java.util.Arrays;

/**
 * The products that go with one product.
 *
 * @param products by rising number
 * @param weights of the orders that hold both, parallel to the products
 * @param neighbours the strongest of them, by rising number
 * @param weight of the orders that hold the product itself
 */
record Partners(int[] products, float[] weights, int[] neighbours, double weight) {

  /** Of the orders with the product, the weighted share that holds the other; 0 when not kept. */
  double weightWith(int other) {
    int index = Arrays.binarySearch(products, other);
    return index < 0 ? 0 : weights[index];
  }
}
