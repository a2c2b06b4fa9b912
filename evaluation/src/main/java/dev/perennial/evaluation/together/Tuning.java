package dev.perennial.evaluation.together;

import dev.perennial.evaluation.Progress;
import dev.perennial.evaluation.Search;
import dev.perennial.evaluation.retail.Invoice;
import dev.perennial.recommendation.together.domain.ModelSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Chooses how the model is fitted, by the orders of one period, learned from those before it: the
 * highest sum of the hit rates of both tasks.
 */
final class Tuning {

  private static final List<List<Double>> VALUES =
      List.of(List.of(90.0, 180.0, 365.0), List.of(25.0, 50.0, 100.0), List.of(1.0, 3.0, 10.0));

  private final Split split;
  private final Instant now;
  private final Progress progress;
  private int tried;

  private Tuning(Split split, Instant now, Progress progress) {
    this.split = split;
    this.now = now;
    this.progress = progress;
  }

  /** What the search ends with; it looks at no order from the end on. */
  static ModelSettings settings(
      Instant from, Instant end, Collection<Invoice> invoices, Progress progress) {
    var tuning = new Tuning(Split.at(from, end, invoices), from, progress);
    return settings(Search.best(VALUES, tuning::goodness));
  }

  static String words(ModelSettings settings) {
    return "half-life %d days, %d neighbours, ridge %s"
        .formatted(settings.halfLife().toDays(), settings.neighbours(), settings.ridge());
  }

  private double goodness(List<Double> values) {
    progress.say("A: choosing the settings, step %d".formatted(++tried));
    var figures = new Tasks(split).measure(StrategyScorer.of(split, now, settings(values)));
    return figures.hitRate() + figures.leftOutHitRate();
  }

  private static ModelSettings settings(List<Double> values) {
    return new ModelSettings(
        Duration.ofDays(values.get(0).longValue()),
        values.get(1).intValue(),
        values.get(2),
        ModelSettings.DEFAULT.partners(),
        ModelSettings.DEFAULT.guard());
  }
}
