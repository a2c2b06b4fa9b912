package dev.perennial.recommendation.popular.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class SurgeTest {

  /** As in tables of the interval. */
  @Test
  void theBoundOfAShareIsThatOfClopperAndPearson() {
    assertEquals(0.025, Shares.atLeast(1, 1), 1e-12);
    assertEquals(Math.pow(0.025, 0.1), Shares.atLeast(10, 10), 1e-12);
    assertEquals(0.0667, Shares.atLeast(3, 10), 5e-5);
    assertEquals(0.0905, Shares.atLeast(8, 40), 5e-5);
  }

  @Property
  void theChanceIsTheSumOfWhatCanHappen(
      @ForAll @LongRange(min = 1, max = 60) long all,
      @ForAll @LongRange(min = 1, max = 60) long count,
      @ForAll @Scale(3) @DoubleRange(min = 0.001, max = 0.999) double share) {
    long some = Math.min(count, all);
    double sum =
        LongStream.rangeClosed(some, all).mapToDouble(i -> chanceOfJust(i, all, share)).sum();
    assertEquals(sum, Shares.chanceOf(some, all, share), 1e-9);
  }

  /** One session a day, whatever the shop does: in 29 days, the last one beside 28. */
  @Test
  void aSteadyProductSurgesInOneOfFortyTimesAtMost() {
    double found = 0;
    for (int recent = 0; recent <= 60; recent++) {
      for (int past = 0; past <= 120; past++) {
        if (Surge.of(recent, past, 1_000_000, 28_000_000).isSure()) {
          found += poisson(recent, 1) * poisson(past, 28);
        }
      }
    }
    assertTrue(found <= 0.025, "surges by chance: " + found);
  }

  @Property
  void whatIsLargeIsMeasuredAsWell(
      @ForAll @IntRange(min = 1, max = 1_000_000) int recent,
      @ForAll @IntRange(max = 1_000_000) int past) {
    double times = Surge.of(recent, past, 10_000_000, 10_000_000).timesAtLeast();
    assertTrue(times >= 0 && times <= recent / Math.max(1e-9, past) * 1.001, "times " + times);
  }

  private static double chanceOfJust(long count, long all, double share) {
    double log = count * Math.log(share) + (all - count) * Math.log1p(-share);
    for (long i = 1; i <= count; i++) {
      log += Math.log((double) (all - count + i) / i);
    }
    return Math.exp(log);
  }

  private static double poisson(int count, double mean) {
    double log = -mean + count * Math.log(mean);
    for (int i = 2; i <= count; i++) {
      log -= Math.log(i);
    }
    return Math.exp(log);
  }
}
