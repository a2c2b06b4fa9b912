package dev.perennial.evaluation.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MetricsTest {

  private static final double EXACTLY = 1e-12;

  private final List<String> top = List.of("a", "b", "c", "d");

  @Test
  void aHitIsAnyRelevantOne() {
    assertEquals(1, Metrics.hit(top, Set.of("d", "x", "y")));
    assertEquals(0, Metrics.hit(top, Set.of("x")));
    assertEquals(0, Metrics.hit(List.of(), Set.of("x")));
  }

  @Test
  void recallIsTheShareFound() {
    assertEquals(2 / 3.0, Metrics.recall(top, Set.of("a", "d", "x")), EXACTLY);
    assertEquals(0, Metrics.recall(top, Set.of()));
  }

  @Test
  void gainIsDiscountedByTheLogarithmOfTheRank() {
    // Ranks 2 and 4, of an ideal list with three: (1/log2(3) + 1/log2(5)) / (1 + 1/log2(3) + 1/2).
    double gain = 0.6309297535714574 + 0.43067655807339306;
    double ideal = 1 + 0.6309297535714574 + 0.5;
    assertEquals(gain / ideal, Metrics.ndcg(top, Set.of("b", "d", "x"), 3), EXACTLY);
  }

  @Test
  void aListInTheBestOrderHasAllTheGain() {
    assertEquals(1, Metrics.ndcg(top, Set.of("a", "b"), 2), EXACTLY);
    assertEquals(0, Metrics.ndcg(top, Set.of(), 0));
  }

  @Test
  void ranksBeyondTheCutoffCountNothing() {
    assertEquals(1 / 10.0, Metrics.reciprocalRank(10, 10));
    assertEquals(0, Metrics.reciprocalRank(11, 10));
  }

  @Test
  void theFirstRankIsThatOfTheFirstRelevantOne() {
    assertEquals(2, Metrics.firstRank(top, Set.of("d", "b")));
    assertEquals(Integer.MAX_VALUE, Metrics.firstRank(top, Set.of("x")));
  }

  @Test
  void coverageCountsEachProductOnce() {
    assertEquals(3 / 10.0, Metrics.coverage(List.of(List.of(1, 2), List.of(2, 3)), 10));
  }

  @Test
  void aMeanOfPartsIsTheMeanOfTheWhole() {
    var some = new Mean();
    some.add(1);
    var others = new Mean();
    others.add(0);
    others.add(0);
    some.add(others);
    assertEquals(1 / 3.0, some.value(), EXACTLY);
    assertEquals(3, some.count());
    assertEquals(0, new Mean().value());
  }
}
