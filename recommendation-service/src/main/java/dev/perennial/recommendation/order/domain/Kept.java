package dev.perennial.recommendation.order.domain;

import java.util.Map;

/**
 * An order and what is left of it.
 *
 * @param left pieces by product, only of products of which any are left
 */
public record Kept(Purchase purchase, Map<String, Long> left) {

  public Kept {
    left = Map.copyOf(left);
  }

  /** Pieces of a product that are left. */
  public long leftOf(String product) {
    return left.getOrDefault(product, 0L);
  }
}
