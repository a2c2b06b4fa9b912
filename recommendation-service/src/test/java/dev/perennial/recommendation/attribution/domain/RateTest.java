package dev.perennial.recommendation.attribution.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RateTest {

  private static final double CLOSE = 1e-9;
  private static final Source HOME = new Source("home", "a", "next-best");

  @Test
  void theIntervalIsWilsons() {
    // By hand, for 1 of 10: z2 = 0.384146, middle = 0.292073 / 1.384146.
    var interval = Rate.of(1, 10).interval().orElseThrow();
    assertEquals(0.017876213095072896, interval.low(), CLOSE);
    assertEquals(0.4041500267952385, interval.high(), CLOSE);
    assertEquals(Optional.empty(), Rate.of(0, 0).interval());
    assertEquals(Optional.empty(), Rate.of(3, 2).interval());
  }

  @Property
  void theIntervalHoldsTheRate(
      @ForAll @IntRange(max = 100_000) int successes, @ForAll @IntRange(max = 100_000) int rest) {
    var rate = Rate.of(successes, (long) successes + rest);
    rate.interval()
        .ifPresent(bounds ->
            assertTrue(
                bounds.low() <= rate.value() + CLOSE && rate.value() - CLOSE <= bounds.high()));
  }

  @Test
  void noveltyIsTheMeanSurpriseAndCoverageThePartShown() {
    var metrics =
        StrategyMetrics.of(
            HOME,
            Map.of(
                "tea", new Counts(3, 1, 1, Map.of("EUR", 12L)),
                "cup", new Counts(1, 0, 0, Map.of()),
                "jam", new Counts(0, 1, 0, Map.of())),
            product -> product.equals("tea") ? 0.5 : 0.125,
            10);
    assertEquals(new Counts(4, 2, 1, Map.of("EUR", 12L)), metrics.total());
    assertEquals((3 * 1 + 1 * 3) / 4.0, metrics.novelty(), CLOSE);
    assertEquals(Rate.exactly(2, 10), metrics.coverage());
    assertEquals(0.5, metrics.clickThrough().value());
    assertEquals(0.5, metrics.conversion().value());
  }
}
