package dev.perennial.recommendation.order.domain;

import java.util.Arrays;

/** The baskets that hold one product, in no order. */
final class Postings {

  private int[] baskets = new int[4];
  private int size;

  int size() {
    return size;
  }

  int basket(int index) {
    return baskets[index];
  }

  void add(int basket) {
    if (size == baskets.length) {
      baskets = Arrays.copyOf(baskets, size + (size >> 1));
    }
    baskets[size++] = basket;
  }

  void remove(int basket) {
    // From the end: what is taken back was mostly added lately.
    int index = size - 1;
    while (baskets[index] != basket) {
      index--;
    }
    baskets[index] = baskets[--size];
  }
}
