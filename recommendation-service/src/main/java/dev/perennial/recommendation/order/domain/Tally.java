package dev.perennial.recommendation.order.domain;

/** Counts by product number; clearing costs only what was touched. Used by one thread. */
public final class Tally {

  private final int[] counts;
  private final int[] touched;
  private int size;

  public Tally(int products) {
    counts = new int[products];
    touched = new int[products];
  }

  public void add(int product) {
    if (counts[product]++ == 0) {
      touched[size++] = product;
    }
  }

  /** How many products were counted. */
  public int size() {
    return size;
  }

  /** The product that was the index-th to be counted. */
  public int product(int index) {
    return touched[index];
  }

  public int count(int product) {
    return counts[product];
  }

  public void clear() {
    for (int i = 0; i < size; i++) {
      counts[touched[i]] = 0;
    }
    size = 0;
  }
}
