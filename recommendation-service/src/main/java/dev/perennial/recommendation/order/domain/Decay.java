package dev.perennial.recommendation.order.domain;

/**
 * What a day still weighs some days later: half as much after each half-life, in the end nothing.
 */
public final class Decay {

  /** After so many half-lives a day weighs less than a thousandth, and no longer counts. */
  private static final int HALF_LIVES = 10;

  private final double[] weights;

  /**
   * A decay.
   *
   * @param halfLifeDays above 0
   */
  public Decay(int halfLifeDays) {
    weights = new double[HALF_LIVES * halfLifeDays + 1];
    for (int age = 0; age < weights.length; age++) {
      weights[age] = Math.pow(2, -(double) age / halfLifeDays);
    }
  }

  /** For how many days anything is left. */
  public int days() {
    return weights.length - 1;
  }

  /** What is left after so many days, which are 0 or more and at most {@link #days()}. */
  double weight(int age) {
    return weights[age];
  }
}
