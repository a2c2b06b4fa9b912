package dev.perennial.recommendation.popular.domain;

/**
 * How much more something is wanted than before, beyond what everything is: its own past is what it
 * is measured by, not what is popular anyway.
 *
 * @param recent how often lately
 * @param past how often in the time before
 * @param timesAtLeast the odds of "lately" among its own counts against those among all counts: the
 *     lower bound of the 95 % interval (Wilson, "Probable Inference", JASA 1927), as the counts of
 *     a steady product split like those of all (the conditional test of two Poisson rates:
 *     Przyborowski and Wilenski, Biometrika 1940)
 */
record Surge(int recent, int past, double timesAtLeast) {

  private static final double Z = 1.96;

  /**
   * Measures it.
   *
   * @param allRecent the counts of everything lately, at least {@code recent}
   * @param allPast the counts of everything before, at least {@code past}
   */
  static Surge of(int recent, int past, long allRecent, long allPast) {
    double count = recent + past;
    if (recent == 0) {
      return new Surge(0, past, 0);
    }
    double share = recent / count;
    double middle = share + Z * Z / (2 * count);
    double spread = Z * Math.sqrt(share * (1 - share) / count + Z * Z / (4 * count * count));
    double least = Math.max(0, (middle - spread) / (1 + Z * Z / count));
    // One more of the past: of a shop that began lately nothing can be said.
    double odds = least / (1 - least) * (allPast + 1) / allRecent;
    return new Surge(recent, past, odds);
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
