package dev.perennial.recommendation.order.domain;

import java.util.Arrays;

/** The baskets that hold one product, by rising number. */
final class Postings {

  private int[] baskets;
  private int size;

  Postings() {
    this(new int[4], 0);
  }

  private Postings(int[] baskets, int size) {
    this.baskets = baskets;
    this.size = size;
  }

  /** Of each product those that are given by its number; the arrays are taken over. */
  static Postings[] of(int[][] baskets) {
    return Arrays.stream(baskets)
        .map(one -> new Postings(one, one.length))
        .toArray(Postings[]::new);
  }

  int size() {
    return size;
  }

  int basket(int index) {
    return baskets[index];
  }

  void add(int basket) {
    if (size == baskets.length) {
      baskets = Arrays.copyOf(baskets, Math.max(4, size + (size >> 1)));
    }
    // Mostly the last; in between only where a number is used again.
    int index = size == 0 || baskets[size - 1] < basket ? size : -1 - indexOf(basket);
    System.arraycopy(baskets, index, baskets, index + 1, size - index);
    baskets[index] = basket;
    size++;
  }

  void remove(int basket) {
    int index = indexOf(basket);
    System.arraycopy(baskets, index + 1, baskets, index, size - index - 1);
    size--;
  }

  /** How many baskets hold both. */
  int common(Postings other) {
    int[] one = baskets;
    int[] two = other.baskets;
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < size && j < other.size) {
      int a = one[i];
      int b = two[j];
      // Without branches that cannot be foreseen: they would be most of the time.
      common += a == b ? 1 : 0;
      i += a <= b ? 1 : 0;
      j += b <= a ? 1 : 0;
    }
    return common;
  }

  private int indexOf(int basket) {
    return Arrays.binarySearch(baskets, 0, size, basket);
  }
}
