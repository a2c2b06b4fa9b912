package dev.perennial.recommendation.person.domain;

import dev.perennial.recommendation.order.domain.PastOrder;
import dev.perennial.recommendation.serving.domain.Scores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a person bought, and how much it weighs by how many orders ago: with a factor r, an order
 * weighs r times what the next one does. The weights of all orders sum to 1, so with r = 1 a
 * product's is the part of the orders that hold it. Orders and not days, as people differ in their
 * pace (Hu et al., "Modeling Personalized Item Frequency Information for Next-basket
 * Recommendation", SIGIR 2020).
 */
final class History {

  private History() {}

  /**
   * By product.
   *
   * @param orders the first one first
   */
  static Scores weights(List<PastOrder> orders, double factor) {
    double total = 0;
    double weight = 1;
    for (int i = 0; i < orders.size(); i++) {
      total += weight;
      weight *= factor;
    }
    var weights = new Scores();
    double share = 1 / total;
    for (var order : orders.reversed()) {
      for (int product : order.products()) {
        weights.add(product, share);
      }
      share *= factor;
    }
    return weights;
  }

  /** When each product was bought, in the order of the orders. */
  static Map<Integer, List<Instant>> times(List<PastOrder> orders) {
    var times = new HashMap<Integer, List<Instant>>();
    for (var order : orders) {
      for (int product : order.products()) {
        times.computeIfAbsent(product, _ -> new ArrayList<>(1)).add(order.at());
      }
    }
    return times;
  }
}
