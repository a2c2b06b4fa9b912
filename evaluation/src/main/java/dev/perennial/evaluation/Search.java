package dev.perennial.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Looks for good settings by coordinate ascent: one after the other is set to the best of its
 * values, until a round changes none. It starts three times, from the middle value, the first and
 * the last of each, as it may end where no setting alone is better but others together are. What is
 * equally good replaces nothing, so it always ends with the same.
 */
public final class Search {

  private final ToDoubleFunction<List<Double>> goodness;
  private final Map<List<Double>, Double> tried = new HashMap<>();

  private Search(ToDoubleFunction<List<Double>> goodness) {
    this.goodness = goodness;
  }

  /**
   * What it ends with, a value of each setting.
   *
   * @param values to be tried of each setting
   * @param goodness of a value of each; more is better
   */
  public static List<Double> best(
      List<List<Double>> values, ToDoubleFunction<List<Double>> goodness) {
    var search = new Search(goodness);
    return Stream.of(
            values.stream().map(of -> of.get(of.size() / 2)).toList(),
            values.stream().map(List::getFirst).toList(),
            values.stream().map(List::getLast).toList())
        .map(start -> search.climb(values, start))
        .reduce(search::better)
        .orElseThrow();
  }

  private List<Double> climb(List<List<Double>> values, List<Double> start) {
    var best = start;
    List<Double> before;
    do {
      before = best;
      for (int setting = 0; setting < values.size(); setting++) {
        for (double value : values.get(setting)) {
          var other = new ArrayList<>(best);
          other.set(setting, value);
          best = better(best, List.copyOf(other));
        }
      }
    } while (!best.equals(before));
    return best;
  }

  private List<Double> better(List<Double> one, List<Double> other) {
    return goodness(other) > goodness(one) ? other : one;
  }

  private double goodness(List<Double> settings) {
    return tried.computeIfAbsent(settings, goodness::applyAsDouble);
  }
}
