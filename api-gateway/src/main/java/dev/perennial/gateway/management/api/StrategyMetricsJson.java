package dev.perennial.gateway.management.api;

import dev.perennial.contracts.recommendation.v1.CurrencyValue;
import dev.perennial.contracts.recommendation.v1.GetStrategyMetricsResponse;
import dev.perennial.contracts.recommendation.v1.Rate;
import dev.perennial.contracts.recommendation.v1.StrategyMetrics;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How strategies do, in JSON. */
final class StrategyMetricsJson {

  record View(List<StrategyView> metrics) {

    static View of(GetStrategyMetricsResponse response) {
      return new View(response.getMetricsList().stream().map(StrategyView::of).toList());
    }
  }

  record StrategyView(
      @Nullable String placement,
      @Nullable String variant,
      String strategy,
      long exposures,
      long clicks,
      @Schema(description = "Clicked items that the same person bought within 7 days")
          long purchases,
      @Schema(description = "Price times quantity of what was bought; 0 in several currencies")
          BigDecimal value,
      @Schema(description = "The same by currency") List<ValueView> values,
      RateView clickThrough,
      RateView conversion,
      @Schema(description = "Different products shown, of those known") RateView coverage,
      @Schema(description = "Mean of -log2 of the part of the orders that holds what was shown")
          double novelty) {

    static StrategyView of(StrategyMetrics metrics) {
      return new StrategyView(
          Json.textOrNull(metrics.getPlacement()),
          Json.textOrNull(metrics.getVariant()),
          metrics.getStrategy(),
          metrics.getExposures(),
          metrics.getClicks(),
          metrics.getPurchases(),
          Json.money(metrics.getValueMicros()),
          metrics.getValuesList().stream().map(ValueView::of).toList(),
          RateView.of(metrics.getClickThrough()),
          RateView.of(metrics.getConversion()),
          RateView.of(metrics.getCoverage()),
          metrics.getNovelty());
    }
  }

  record ValueView(@Nullable String currency, BigDecimal value) {

    static ValueView of(CurrencyValue value) {
      return new ValueView(
          Json.textOrNull(value.getCurrency()), Json.money(value.getValueMicros()));
    }
  }

  record RateView(
      double value,
      long numerator,
      long denominator,
      @Schema(description = "Of the 95 % interval (Wilson); low and high are absent without one")
          @Nullable Double low,
      @Nullable Double high) {

    static RateView of(Rate rate) {
      return new RateView(
          rate.getValue(),
          rate.getNumerator(),
          rate.getDenominator(),
          rate.hasLow() ? rate.getLow() : null,
          rate.hasHigh() ? rate.getHigh() : null);
    }
  }

  private StrategyMetricsJson() {}
}
