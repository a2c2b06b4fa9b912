package dev.perennial.recommendation.order.domain;

import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Turns what each order says into what is said of each product it holds. All at once, as most of
 * adding orders one by one is growing the lists of products, here and there in memory.
 */
final class Inverted {

  private Inverted() {}

  /**
   * By product, one value for each order that holds it, in the sequence of the orders.
   *
   * @param value of the order with this index
   * @param products all have a number below this
   */
  static int[][] of(List<PastOrder> orders, IntUnaryOperator value, int products) {
    int[] sizes = new int[products];
    for (var order : orders) {
      for (int product : order.products()) {
        sizes[product]++;
      }
    }
    int[][] byProduct = new int[products][];
    for (int product = 0; product < products; product++) {
      byProduct[product] = new int[sizes[product]];
    }
    for (int i = orders.size() - 1; i >= 0; i--) {
      for (int product : orders.get(i).products()) {
        byProduct[product][--sizes[product]] = value.applyAsInt(i);
      }
    }
    return byProduct;
  }
}
