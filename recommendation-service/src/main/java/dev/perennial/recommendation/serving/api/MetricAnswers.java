package dev.perennial.recommendation.serving.api;

import dev.perennial.contracts.recommendation.v1.CurrencyValue;
import dev.perennial.contracts.recommendation.v1.GetStrategyMetricsResponse;
import dev.perennial.contracts.recommendation.v1.Rate;
import dev.perennial.contracts.recommendation.v1.StrategyMetrics;
import dev.perennial.recommendation.attribution.domain.Counts;
import java.util.List;

/** How strategies do, in the words of the contract. */
final class MetricAnswers {

  private MetricAnswers() {}

  static GetStrategyMetricsResponse metrics(
      List<dev.perennial.recommendation.attribution.domain.StrategyMetrics> metrics) {
    return GetStrategyMetricsResponse.newBuilder()
        .addAllMetrics(metrics.stream().map(MetricAnswers::one).toList())
        .build();
  }

  private static StrategyMetrics one(
      dev.perennial.recommendation.attribution.domain.StrategyMetrics metrics) {
    return StrategyMetrics.newBuilder()
        .setPlacement(metrics.source().placement())
        .setVariant(metrics.source().variant())
        .setStrategy(metrics.source().strategy())
        .setExposures(metrics.total().exposures())
        .setClicks(metrics.total().clicks())
        .setPurchases(metrics.total().purchases())
        .setValueMicros(valueMicros(metrics.total()))
        .addAllValues(values(metrics.total()))
        .setClickThrough(rate(metrics.clickThrough()))
        .setConversion(rate(metrics.conversion()))
        .setCoverage(rate(metrics.coverage()))
        .setNovelty(metrics.novelty())
        .build();
  }

  /** What is in several currencies is not one value. */
  private static long valueMicros(Counts counts) {
    return counts.micros().size() == 1 ? counts.micros().firstEntry().getValue() : 0;
  }

  private static List<CurrencyValue> values(Counts counts) {
    return counts.micros().entrySet().stream()
        .map(entry ->
            CurrencyValue.newBuilder()
                .setCurrency(entry.getKey())
                .setValueMicros(entry.getValue())
                .build())
        .toList();
  }

  private static Rate rate(dev.perennial.recommendation.attribution.domain.Rate rate) {
    var answer =
        Rate.newBuilder()
            .setValue(rate.value())
            .setNumerator(rate.numerator())
            .setDenominator(rate.denominator());
    rate.interval().ifPresent(bounds -> answer.setLow(bounds.low()).setHigh(bounds.high()));
    return answer.build();
  }
}
