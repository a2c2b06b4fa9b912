package dev.perennial.evaluation.together;

import java.util.stream.IntStream;

/** Says how well each product goes with those at hand. Used by many threads. */
interface Scorer {

  /** What no seed speaks for: such a product is no candidate. */
  double NONE = Double.NEGATIVE_INFINITY;

  /** Fills in a score for each product; those of the seeds are not looked at. */
  void score(int[] seeds, double[] scores);

  /** What is done with the scores that a basket without one of its products gives. */
  interface LeftOut {
    void accept(int leftOut, double[] scores);
  }

  /** Leaves out each product of a basket in turn; the scores last until the next one. */
  default void leaveOneOut(int[] basket, int products, LeftOut each) {
    double[] scores = new double[products];
    for (int leftOut : basket) {
      score(IntStream.of(basket).filter(item -> item != leftOut).toArray(), scores);
      each.accept(leftOut, scores);
    }
  }
}
