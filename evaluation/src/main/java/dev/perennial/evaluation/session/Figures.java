package dev.perennial.evaluation.session;

import dev.perennial.evaluation.Table;
import dev.perennial.evaluation.metrics.Mean;
import dev.perennial.evaluation.metrics.Metrics;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How well every next view of every session is told from the views before it.
 *
 * @param with where the product that is looked at may be the next one, too
 * @param without where it is no candidate, and views of it again are left out
 */
record Figures(Hits with, Hits without) {

  /** Hit rate and mean reciprocal rank at 20. */
  record Hits(Mean rate, Mean reciprocalRank) {

    Hits() {
      this(new Mean(), new Mean());
    }

    List<Double> values() {
      return List.of(rate.value(), reciprocalRank.value());
    }

    void add(List<String> best, String next) {
      rate.add(Metrics.hit(best, Set.of(next)));
      reciprocalRank.add(Metrics.reciprocalRank(Metrics.firstRank(best, Set.of(next)), LENGTH));
    }
  }

  static final List<String> HEADER =
      List.of("HR@20", "MRR@20", "HR@20 without the current", "MRR@20 without the current");

  private static final int LENGTH = 20;

  static Figures of(Predictor predictor, List<List<Event>> sessions) {
    var figures = new Figures(new Hits(), new Hits());
    sessions.forEach(session -> figures.add(predictor, session));
    return figures;
  }

  /** In the order of the header. */
  List<Double> values() {
    return Stream.of(with, without).flatMap(hits -> hits.values().stream()).toList();
  }

  List<String> cells() {
    return values().stream().map(Table::figure).toList();
  }

  /** Whether each figure is above that of the other. */
  boolean isAbove(Figures other) {
    return IntStream.range(0, values().size())
        .allMatch(figure -> values().get(figure) > other.values().get(figure));
  }

  private void add(Predictor predictor, List<Event> session) {
    var products = session.stream().map(Event::product).toList();
    IntStream.range(1, products.size())
        .forEach(position -> {
          var current = session.get(position - 1);
          var clicks = products.subList(0, position);
          // One more, for the current one that may be taken out.
          var best = predictor.best(clicks, current.at(), LENGTH + 1);
          String next = products.get(position);
          with.add(best.stream().limit(LENGTH).toList(), next);
          if (!next.equals(current.product())) {
            var others = best.stream().filter(one -> !one.equals(current.product())).limit(LENGTH);
            without.add(others.toList(), next);
          }
        });
  }
}
