package dev.perennial.recommendation.attribution.domain;

import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How well a source does.
 *
 * @param coverage of the products that are known, those shown
 * @param novelty the mean, over what was shown, of -log2 of the popularity (Zhou et al., "Solving
 *     the apparent diversity-accuracy dilemma of recommender systems", PNAS 2010)
 */
public record StrategyMetrics(
    Source source,
    Counts total,
    Rate clickThrough,
    Rate conversion,
    Rate coverage,
    double novelty) {

  /**
   * Worked out from counts.
   *
   * @param byProduct of the source
   * @param popularity of a product: the part of the orders that holds it, above 0 and up to 1
   * @param products known
   */
  public static StrategyMetrics of(
      Source source,
      Map<String, Counts> byProduct,
      ToDoubleFunction<String> popularity,
      int products) {
    var total = byProduct.values().stream().reduce(Counts.NONE, Counts::plus);
    long shown = byProduct.values().stream().filter(counts -> counts.exposures() > 0).count();
    double surprise =
        byProduct.entrySet().stream()
            .mapToDouble(entry ->
                entry.getValue().exposures() * bits(popularity.applyAsDouble(entry.getKey())))
            .sum();
    return new StrategyMetrics(
        source,
        total,
        Rate.of(total.clicks(), total.exposures()),
        Rate.of(total.purchases(), total.clicks()),
        Rate.exactly(shown, products),
        total.exposures() == 0 ? 0 : surprise / total.exposures());
  }

  private static double bits(double popularity) {
    return -Math.log(popularity) / Math.log(2);
  }
}
