package dev.perennial.evaluation.basket;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Weights of some products.
 *
 * @param products by number, ascending
 */
record Vector(int[] products, double[] weights) {

  static Vector of(Map<Integer, Double> weights) {
    var sorted = new TreeMap<>(weights);
    return new Vector(
        sorted.keySet().stream().mapToInt(Integer::intValue).toArray(),
        sorted.values().stream().mapToDouble(Double::doubleValue).toArray());
  }

  double square() {
    return Arrays.stream(weights).map(weight -> weight * weight).sum();
  }

  /** Adds these weights, so many times, to those of all products. */
  void addTo(double[] all, double times) {
    for (int i = 0; i < products.length; i++) {
      all[products[i]] += times * weights[i];
    }
  }
}
