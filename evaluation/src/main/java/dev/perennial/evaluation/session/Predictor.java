package dev.perennial.evaluation.session;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Says what a visitor will look at next. */
interface Predictor {

  /**
   * The best so many, best first.
   *
   * @param clicks what was looked at in this session, the last one last
   * @param now the instant of the last click
   */
  List<String> best(List<String> clicks, Instant now, int count);

  /** Scores; what it does not score it does not predict. */
  interface Scoring {
    Map<String, Double> scores(List<String> clicks, Instant now);
  }

  /** By scores; of equal ones the first by id. */
  static Predictor of(Scoring scoring) {
    return (clicks, now, count) ->
        scoring.scores(clicks, now).entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .sorted(
                Comparator.comparingDouble((Map.Entry<String, Double> entry) -> -entry.getValue())
                    .thenComparing(Map.Entry::getKey))
            .limit(count)
            .map(Map.Entry::getKey)
            .toList();
  }
}
