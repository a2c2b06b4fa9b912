package dev.perennial.recommendation.order.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PairCountsTest {

  @Test
  void theIntervalOfALiftIsThatOfTheDeltaMethod() {
    var counts = new PairCounts("cup", "saucer", 10, 40, 50, 1000);
    // Variance 1/10 - 1/40 - 1/50 - 1/1000 + 2 * 10 / (40 * 50) = .064.
    double spread = Math.exp(1.959964 * Math.sqrt(.064));
    assertEquals(5, counts.lift(), 1e-12);
    assertEquals(5 / spread, counts.liftAtLeast(), 1e-9);
    assertEquals(5 * spread, counts.liftAtMost(), 1e-9);
  }

  @Test
  void productsThatAreNeverApartLeaveNoDoubtButThatOfTheirShare() {
    var counts = new PairCounts("cup", "saucer", 20, 20, 20, 1000);
    assertTrue(counts.liftAtLeast() < counts.lift() && counts.lift() < counts.liftAtMost());
    assertEquals(1, new PairCounts("cup", "saucer", 9, 9, 9, 9).liftAtLeast());
  }

  @Test
  void nineteenOfTwentyIntervalsHoldTheTrueLift() {
    var random = new Random(11);
    int held = 0;
    for (int shop = 0; shop < 2000; shop++) {
      var counts = drawn(random, 4000);
      held += counts.liftAtLeast() <= 2 && 2 <= counts.liftAtMost() ? 1 : 0;
    }
    assertEquals(.95, held / 2000.0, .015);
  }

  /** Both in 2 % of the orders, each in 10 %: a lift of 2. */
  private static PairCounts drawn(Random random, int orders) {
    int both = 0;
    int one = 0;
    int other = 0;
    for (int i = 0; i < orders; i++) {
      double order = random.nextDouble();
      both += order < .02 ? 1 : 0;
      one += order < .10 ? 1 : 0;
      other += order < .02 || order >= .92 ? 1 : 0;
    }
    return new PairCounts("one", "other", both, one, other, orders);
  }
}
