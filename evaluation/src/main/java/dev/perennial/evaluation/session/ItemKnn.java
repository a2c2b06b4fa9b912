package dev.perennial.evaluation.session;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Item-kNN as of Hidasi et al. ("Session-based Recommendations with Recurrent Neural Networks",
 * ICLR 2016): the cosine of co-occurrence in sessions with the last click, rare products discounted
 * by 20.
 */
final class ItemKnn implements Predictor.Scoring {

  private static final double DISCOUNT = 20;

  private final Map<String, Integer> views = new HashMap<>();
  private final Map<String, Map<String, Integer>> together = new HashMap<>();

  ItemKnn(List<List<Event>> sessions) {
    for (var session : sessions) {
      for (var one : session) {
        views.merge(one.product(), 1, Integer::sum);
        var row = together.computeIfAbsent(one.product(), _ -> new HashMap<>());
        session.forEach(other -> row.merge(other.product(), 1, Integer::sum));
      }
    }
  }

  @Override
  public Map<String, Double> scores(List<String> clicks, Instant now) {
    String last = clicks.getLast();
    var scores = new HashMap<String, Double>();
    together
        .getOrDefault(last, Map.of())
        .forEach((other, count) -> {
          if (!other.equals(last)) {
            scores.put(other, count / Math.sqrt(discounted(last) * discounted(other)));
          }
        });
    return scores;
  }

  private double discounted(String product) {
    return views.getOrDefault(product, 0) + DISCOUNT;
  }
}
