package dev.perennial.recommendation.attribution.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AttributionTest {

  private static final double CLOSE = 1e-9;
  private static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");
  private static final Source HOME = new Source("home", "a", "next-best");
  private static final Source CART = new Source("", "", "bought-together");
  private static final UUID FIRST = new UUID(0, 1);
  private static final UUID SECOND = new UUID(0, 2);

  private final Map<Cell, Counts> counts = new HashMap<>();
  private final Attribution attribution = new Attribution("shop", Map.of(), counts);

  @Test
  void aPurchaseWithinSevenDaysCountsOnTheDayOfTheClick() {
    follow(new Act.Shown(MONDAY, HOME, "tea"), clicked(0, HOME, FIRST, "tea"));
    follow(bought(7, Map.of("tea", 12L, "cup", 5L)));
    assertEquals(new Counts(1, 1, 1, 12), counts(HOME, "tea"));
    assertEquals(1, counts.size());
  }

  @Test
  void anEarlierOrLaterPurchaseDoesNotCount() {
    follow(clicked(1, HOME, FIRST, "tea"), bought(0, Map.of("tea", 12L)));
    follow(new Act.Bought(MONDAY.plus(Duration.ofDays(8)).plusMillis(1), Map.of("tea", 12L)));
    assertEquals(0, counts.values().stream().mapToLong(Counts::purchases).sum());
  }

  @Test
  void theLastClickGetsThePurchase() {
    follow(clicked(0, HOME, FIRST, "tea"), clicked(0, CART, SECOND, "tea"));
    follow(bought(1, Map.of("tea", 12L)));
    assertEquals(new Counts(0, 1, 0, 0), counts(HOME, "tea"));
    assertEquals(new Counts(0, 1, 1, 12), counts(CART, "tea"));
  }

  @Test
  void clickingAnItemAndPuttingItIntoTheCartIsOneClick() {
    follow(clicked(0, HOME, FIRST, "tea"), clicked(0, HOME, FIRST, "tea"));
    assertEquals(new Counts(0, 1, 0, 0), counts(HOME, "tea"));
  }

  @Test
  void anOrderToldTwiceIsOnePurchase() {
    follow(clicked(0, HOME, FIRST, "tea"));
    follow(bought(1, Map.of("tea", 12L)), bought(1, Map.of("tea", 12L)));
    assertEquals(new Counts(0, 1, 1, 12), counts(HOME, "tea"));
  }

  @Test
  void aMergedHistoryIsNotCountedAgainButItsClicksGoOn() {
    attribution.follow(new Act.Shown(MONDAY, HOME, "tea"), true);
    attribution.follow(clicked(0, HOME, FIRST, "tea"), true);
    assertEquals(Map.of(), counts);
    attribution.follow(bought(1, Map.of("tea", 12L)), false);
    assertEquals(new Counts(0, 0, 1, 12), counts(HOME, "tea"));
  }

  @Test
  void whatIsKnownIsGoneOnFrom() {
    var known = Map.of("tea", new Click(MONDAY, HOME, FIRST, false));
    var later = new Attribution("shop", known, counts);
    later.follow(bought(1, Map.of("tea", 12L)), false);
    assertEquals(Map.of("tea", new Click(MONDAY, HOME, FIRST, true)), later.changed());
  }

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
                "tea", new Counts(3, 1, 1, 12),
                "cup", new Counts(1, 0, 0, 0),
                "jam", new Counts(0, 1, 0, 0)),
            product -> product.equals("tea") ? 0.5 : 0.125,
            10);
    assertEquals(new Counts(4, 2, 1, 12), metrics.total());
    assertEquals((3 * 1 + 1 * 3) / 4.0, metrics.novelty(), CLOSE);
    assertEquals(Rate.exactly(2, 10), metrics.coverage());
    assertEquals(0.5, metrics.clickThrough().value());
    assertEquals(0.5, metrics.conversion().value());
  }

  private void follow(Act... acts) {
    List.of(acts).forEach(act -> attribution.follow(act, false));
  }

  private Counts counts(Source source, String product) {
    var cell = new Cell("shop", LocalDate.of(2026, 3, 2), source, product);
    return counts.getOrDefault(cell, Counts.NONE);
  }

  private static Act clicked(int day, Source source, UUID item, String product) {
    return new Act.Clicked(MONDAY.plus(Duration.ofDays(day)), source, item, product);
  }

  private static Act bought(int day, Map<String, Long> values) {
    return new Act.Bought(MONDAY.plus(Duration.ofDays(day)), values);
  }
}
