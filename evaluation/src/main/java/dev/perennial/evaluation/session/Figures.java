package dev.perennial.evaluation.session;

import dev.perennial.evaluation.Table;
import dev.perennial.evaluation.metrics.Mean;
import dev.perennial.evaluation.metrics.Metrics;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

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

  List<String> cells() {
    return List.of(
        Table.figure(with.rate.value()),
        Table.figure(with.reciprocalRank.value()),
        Table.figure(without.rate.value()),
        Table.figure(without.reciprocalRank.value()));
  }

  boolean isAbove(Figures other) {
    return with.rate.value() > other.with.rate.value()
        && with.reciprocalRank.value() > other.with.reciprocalRank.value()
        && without.rate.value() > other.without.rate.value()
        && without.reciprocalRank.value() > other.without.reciprocalRank.value();
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
