package dev.perennial.recommendation.serving.api;

import dev.perennial.contracts.recommendation.v1.GetStrategyMetricsResponse;
import dev.perennial.contracts.recommendation.v1.Rate;
import dev.perennial.contracts.recommendation.v1.StrategyMetrics;
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
        .setValueMicros(metrics.total().valueMicros())
        .setClickThrough(rate(metrics.clickThrough()))
        .setConversion(rate(metrics.conversion()))
        .setCoverage(rate(metrics.coverage()))
        .setNovelty(metrics.novelty())
        .build();
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
