package dev.perennial.recommendation.domain;

/** Counts by product number; clearing costs only what was touched. Used by one thread. */
final class Tally {

  private final int[] counts;
  private final int[] touched;
  private int size;

  Tally(int products) {
    counts = new int[products];
    touched = new int[products];
  }

  void add(int product) {
    if (counts[product]++ == 0) {
      touched[size++] = product;
    }
  }

  /** How many products were counted. */
  int size() {
    return size;
  }

  /** The product that was the index-th to be counted. */
  int product(int index) {
    return touched[index];
  }

  int count(int product) {
    return counts[product];
  }

  void clear() {
    for (int i = 0; i < size; i++) {
      counts[touched[i]] = 0;
    }
    size = 0;
  }
}
