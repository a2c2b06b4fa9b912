package dev.perennial.recommendation.order.domain;

import static java.util.Comparator.comparingLong;

import java.util.Comparator;

/**
 * An order of the index.
 *
 * @param id never changes, the same on every replica
 * @param number by which the index knows it; free for another one when it is gone
 */
public record Basket(long id, int number, PastOrder order) {

  static final Comparator<Basket> BY_TIME =
      comparingLong((Basket basket) -> basket.order.micros()).thenComparingLong(Basket::id);

  /** By number, each once, rising; not to be changed. */
  public int[] products() {
    return order.products();
  }
}
