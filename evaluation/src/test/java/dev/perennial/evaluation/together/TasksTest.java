package dev.perennial.evaluation.together;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TasksTest {

  private static final int PRODUCTS = 14;

  /** Lower numbers score higher, whatever the seeds. */
  private final double[] falling =
      IntStream.range(0, PRODUCTS).mapToDouble(item -> PRODUCTS - item).toArray();

  @Test
  void thePopularOnesAreRankedTheSameForEverySeed() {
    // Of the basket {0, 13}: 0 finds nothing, as the ten best without it are 1 to 10. 13 finds 0 on
    // the first rank. Without 13 it is rank 13; without 0, rank 1.
    var figures = tasks(new int[] {0, 13}).measure(rows(falling));
    assertEquals(1 / 2.0, figures.hitRate());
    assertEquals(1 / 2.0, figures.ndcg(), 1e-12);
    assertEquals(1 / 2.0, figures.leftOutHitRate());
    assertEquals(1 / 2.0, figures.mrr());
    assertEquals(11 / 14.0, figures.coverage());
  }

  @Test
  void aBasketCountsOnceHoweverLargeItIs() {
    // All of 0, 1, 2 hit; of 12 and 13 nothing hits.
    var figures = tasks(new int[] {0, 1, 2}, new int[] {12, 13}).measure(rows(falling));
    assertEquals(1 / 2.0, figures.hitRate());
    // Each of the three is the best of what is left when it is left out.
    assertEquals(1 / 2.0, figures.mrr());
  }

  @Test
  void equalScoresGoByCodeInTheListAndShareTheBestRank() {
    double[] equal = new double[PRODUCTS];
    Arrays.fill(equal, 1);
    var figures = tasks(new int[] {9, 13}).measure(rows(equal));
    // From 13 the list is 0 to 9, from 9 it is 0 to 8 and 10.
    assertEquals(1 / 2.0, figures.hitRate());
    assertEquals(1, figures.leftOutHitRate());
    assertEquals(1, figures.mrr());
  }

  @Test
  void whatIsNoCandidateIsNotListedAndHasNoRank() {
    Scorer nothing = (_, scores) -> Arrays.fill(scores, Scorer.NONE);
    assertEquals(new Figures(0, 0, 0, 0, 0), tasks(new int[] {0, 1}).measure(nothing));
  }

  @Test
  void leavingOutByDifferenceIsLeavingOut() {
    double[][] rows = new double[PRODUCTS][PRODUCTS];
    for (int i = 0; i < PRODUCTS; i++) {
      for (int j = 0; j < PRODUCTS; j++) {
        rows[i][j] = (i * 7 + j * 5) % 11;
      }
    }
    var byDifference = new MatrixScorer(rows);
    // Of its own, so that only the sum of rows is shared.
    Scorer bySum = (seeds, scores) -> byDifference.score(seeds, scores);
    var tasks = tasks(new int[] {1, 4, 6}, new int[] {0, 2, 3, 13}, new int[] {5, 9});
    assertEquals(tasks.measure(bySum), tasks.measure(byDifference));
  }

  private static Scorer rows(double[] row) {
    double[][] rows = new double[PRODUCTS][];
    Arrays.fill(rows, row);
    return new MatrixScorer(rows);
  }

  private static Tasks tasks(int[]... baskets) {
    var products = IntStream.range(0, PRODUCTS).mapToObj(Integer::toString).toList();
    return new Tasks(new Split(products, List.of(), List.of(), List.of(baskets)));
  }
}
