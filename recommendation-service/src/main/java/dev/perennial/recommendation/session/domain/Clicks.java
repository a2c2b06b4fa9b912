package dev.perennial.recommendation.session.domain;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * What a visitor looked at so far, each product once, the last one first, with how much it still
 * counts: the last one 1, those before it exponentially less by position (Garg et al., "Sequence
 * and Time Aware Neighborhood for Session-based Recommendations", SIGIR 2019, formula 2).
 */
final class Clicks {

  private final SequencedMap<Integer, Double> weights = new LinkedHashMap<>();
  private final double length;

  /**
   * Weighs the products of a session.
   *
   * @param products the last one last
   * @param span positions after which a weight has fallen to 1/e
   */
  Clicks(int[] products, double span) {
    for (int i = products.length - 1; i >= 0; i--) {
      weights.putIfAbsent(products[i], Math.exp((i + 1 - products.length) / span));
    }
    length = Math.sqrt(weights.values().stream().mapToDouble(weight -> weight * weight).sum());
  }

  /** By product, the last one first. */
  SequencedMap<Integer, Double> weights() {
    return weights;
  }

  /** The Euclidean length of the weights. */
  double length() {
    return length;
  }

  double weight(int product) {
    return weights.getOrDefault(product, 0.0);
  }

  boolean hold(int product) {
    return weights.containsKey(product);
  }
}
