package dev.perennial.recommendation.person.domain;

import static dev.perennial.recommendation.person.domain.Buyers.day;
import static dev.perennial.recommendation.person.domain.Buyers.query;
import static java.time.Duration.ofDays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.recommendation.person.domain.Rhythms.Rhythm;
import dev.perennial.recommendation.serving.domain.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BuyAgainTest {

  private static final double CLOSE = 1e-12;
  private static final Rhythm MONTHLY = new Rhythm(10, 4, ofDays(30));

  private final BuyAgain buyAgain = new BuyAgain();

  @Test
  void thePersonsOwnMedianIsTheInterval() {
    var replenishment = Replenishment.of(List.of(day(1), day(11), day(21), day(121)), MONTHLY);
    assertEquals(ofDays(10), replenishment.interval());
    assertEquals(day(131), replenishment.dueAt());
  }

  @Test
  void oneGapIsHalfOfTheWayToWhatIsUsual() {
    assertEquals(ofDays(20), Replenishment.of(List.of(day(1), day(11)), MONTHLY).interval());
  }

  @Test
  void withoutAGapTheIntervalIsWhatIsUsual() {
    assertEquals(ofDays(30), Replenishment.of(List.of(day(1)), MONTHLY).interval());
  }

  @Test
  void twoOrdersOfOneDayAreOnePurchase() {
    var twice = Replenishment.of(List.of(day(1), day(1).plusSeconds(3600)), MONTHLY);
    assertEquals(ofDays(30), twice.interval());
    assertEquals(2, twice.times());
  }

  @Test
  void theScoreIsHighestWhenItIsDue() {
    // With no gap of the person's own, two in five buy it again.
    var once = Replenishment.of(List.of(day(1)), MONTHLY);
    assertEquals(0.4 / 2, once.score(day(16)), CLOSE);
    assertEquals(0.4, once.score(day(31)), CLOSE);
    assertEquals(0.4 / 2, once.score(day(61)), CLOSE);
    assertEquals(0, once.score(day(1)));
  }

  @Test
  void eachRepeatOfThePersonsOwnMakesAnotherMoreLikely() {
    assertEquals(
        (1 + 0.4) / 2, Replenishment.of(List.of(day(1), day(31)), MONTHLY).likelihood(), CLOSE);
    assertEquals(
        (2 + 0.4) / 3,
        Replenishment.of(List.of(day(1), day(31), day(61)), MONTHLY).likelihood(),
        CLOSE);
  }

  @Test
  void aProductsRhythmLeansToTheShopsWhileFewBoughtItAgain() {
    var buyers = new Buyers();
    buyers.buys(1, 1, "tea").buys(1, 11, "tea").buys(2, 1, "tea").buys(3, 1, "cup");
    buyers.buys(4, 1, "salt").buys(4, 61, "salt").buys(5, 1, "salt").buys(5, 61, "salt");
    var rhythms = Rhythms.of(buyers.shop.baskets().histories());
    // The gaps are 10, 60 and 60 days; the shop's median of 60 counts as three of each product.
    assertEquals(
        new Rhythm(2, 1, Duration.ofHours((10 + 3 * 60) * 24 / 4)),
        rhythms.of(buyers.shop.products().find("tea")).orElseThrow());
    assertEquals(
        new Rhythm(1, 0, ofDays(60)), rhythms.of(buyers.shop.products().find("cup")).orElseThrow());
  }

  @Test
  void itIsSaidWhyAndWhenItIsDue() {
    var buyers = new Buyers();
    for (int day = 1; day <= 61; day += 20) {
      buyers.buys(1, day, "tea");
    }
    buyers.buys(2, 5, "tea", "cup").learn();
    int tea = buyers.shop.products().find("tea");
    assertEquals(
        new Evidence.RunsOut(4, day(61), ofDays(20), day(81), 2, 1),
        buyAgain.candidates(buyers.shop, query(1, 81, 0)).evidence(tea));
    assertEquals((3 + 0.5) / 4, buyers.score(buyAgain, query(1, 81, 0), "tea"), CLOSE);
  }

  @Test
  void whatNobodyBuysAgainIsNotDueForOneWhoBoughtItOnce() {
    var buyers = new Buyers().buys(1, 1, "tea", "sofa").buys(1, 31, "tea").buys(2, 1, "sofa");
    buyers.learn();
    assertEquals(0, buyers.score(buyAgain, query(1, 61, 0), "sofa"));
    assertTrue(buyers.score(buyAgain, query(1, 61, 0), "tea") > 0);
  }

  @Test
  void aShopWhereNobodyBoughtTwiceHasNoRhythm() {
    var buyers = new Buyers().buys(1, 1, "tea").learn();
    assertEquals(0, buyAgain.candidates(buyers.shop, query(1, 61, 0)).scores().size());
  }

  @Property
  void nothingIsDueBeforeItsLastPurchase(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 400_000) Integer> hours,
      @ForAll @IntRange(min = 1, max = 100_000) int usual) {
    var bought =
        hours.stream().map(hour -> Instant.EPOCH.plus(Duration.ofHours(hour))).sorted().toList();
    var replenishment = Replenishment.of(bought, new Rhythm(3, 1, Duration.ofHours(usual)));
    assertFalse(replenishment.dueAt().isBefore(bought.getLast()));
    assertTrue(replenishment.score(replenishment.dueAt()) <= 1);
    assertEquals(0, replenishment.score(bought.getLast()));
  }

  @Property
  void gapsSumToNoMoreThanTheTimeFromFirstToLast(
      @ForAll @NotEmpty @Size(max = 20) List<@IntRange(max = 10_000) Integer> hours) {
    var bought =
        hours.stream().map(hour -> Instant.EPOCH.plus(Duration.ofHours(hour))).sorted().toList();
    long sum = Gaps.between(bought).stream().mapToLong(Long::longValue).sum();
    assertTrue(sum <= Duration.between(bought.getFirst(), bought.getLast()).toSeconds());
  }
}
