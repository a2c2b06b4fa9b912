package dev.perennial.recommendation.serving.domain;

import java.util.Arrays;

/**
 * Scores of some of many products, by product number: a hash table with open addressing (linear
 * probing), as boxes would be most of the work of an answer. Not for several threads.
 */
public final class Scores {

  /** What is done with each. */
  public interface Each {
    void accept(int product, double score);
  }

  private static final int FREE = -1;

  private int[] products;
  private double[] scores;
  private int size;

  public Scores() {
    this(64);
  }

  /**
   * With room for about so many.
   *
   * @param expected at least 0
   */
  public Scores(int expected) {
    int slots = Math.max(16, Integer.highestOneBit(Math.max(1, expected)) << 2);
    products = new int[slots];
    scores = new double[slots];
    Arrays.fill(products, FREE);
  }

  public int size() {
    return size;
  }

  /** Adds to the score of a product, which is 0 before the first time. */
  public void add(int product, double score) {
    int slot = slot(product);
    if (products[slot] == FREE) {
      products[slot] = product;
      size++;
    }
    scores[slot] += score;
    if (size * 2 > products.length) {
      grow();
    }
  }

  /** The score of a product, 0 when it has none. */
  public double of(int product) {
    return scores[slot(product)];
  }

  /** In no particular order. */
  public void forEach(Each each) {
    for (int slot = 0; slot < products.length; slot++) {
      if (products[slot] != FREE) {
        each.accept(products[slot], scores[slot]);
      }
    }
  }

  private int slot(int product) {
    int mask = products.length - 1;
    int slot = ((product * 0x9E3779B9) >>> 7) & mask;
    while (products[slot] != FREE && products[slot] != product) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] before = products;
    double[] scoresBefore = scores;
    products = new int[before.length * 2];
    scores = new double[before.length * 2];
    Arrays.fill(products, FREE);
    for (int i = 0; i < before.length; i++) {
      if (before[i] != FREE) {
        int slot = slot(before[i]);
        products[slot] = before[i];
        scores[slot] = scoresBefore[i];
      }
    }
  }
}
