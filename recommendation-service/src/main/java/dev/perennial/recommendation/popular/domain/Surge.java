package dev.perennial.recommendation.popular.domain;

/**
 * How much more something is wanted than before, beyond what everything is: its own past is what it
 * is measured by, not what is popular anyway.
 *
 * @param recent how often lately
 * @param past how often in the time before
 * @param timesAtLeast the odds of "lately" among its own counts against those among all counts, at
 *     least: the counts of a steady product split like those of all, so that how they split is
 *     binomial (the conditional test of two Poisson rates: Przyborowski and Wilenski, Biometrika
 *     1940), by its exact lower bound of 95 %; a product that is steady passes in one of forty
 *     times at most. 0 where nothing is more than chance
 */
record Surge(int recent, int past, double timesAtLeast) {

  private static final double CHANCE = 0.025;

  /**
   * Measures it.
   *
   * @param allRecent the counts of everything lately, at least {@code recent}
   * @param allPast the counts of everything before, at least {@code past}
   */
  static Surge of(int recent, int past, long allRecent, long allPast) {
    long count = (long) recent + past;
    // One more of the past: of a shop that began lately nothing can be said.
    double odds = (allPast + 1.0) / allRecent;
    // Most products end here, which costs less than the bound.
    if (recent == 0 || Shares.chanceOf(recent, count, 1 / (1 + odds)) >= CHANCE) {
      return new Surge(recent, past, 0);
    }
    double least = Shares.atLeast(recent, count);
    return new Surge(recent, past, least / (1 - least) * odds);
  }

  /** Whether it is more than chance. */
  boolean isSure() {
    return timesAtLeast > 1;
  }

  /** Of what is wanted now, the part that its past does not explain, at least; from 0 to 1. */
  double unexplained() {
    return isSure() ? 1 - 1 / timesAtLeast : 0;
  }
}
