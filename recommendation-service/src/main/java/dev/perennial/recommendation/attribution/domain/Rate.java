package dev.perennial.recommendation.attribution.domain;

import java.util.Optional;

/**
 * A part of a whole, and where the true rate behind it lies with 95 %.
 *
 * @param interval empty without a denominator, and when the numerator is above it
 */
public record Rate(long numerator, long denominator, Optional<Interval> interval) {

  /** Both included. */
  public record Interval(double low, double high) {}

  /** The two-sided 95 % point of the normal distribution. */
  private static final double Z = 1.959963984540054;

  /** Of trials, so many succeeded. */
  public static Rate of(long successes, long trials) {
    return new Rate(
        successes,
        trials,
        trials == 0 || successes > trials
            ? Optional.empty()
            : Optional.of(wilson(successes, trials)));
  }

  /** A part that is known, not sampled. */
  public static Rate exactly(long part, long whole) {
    return new Rate(part, whole, Optional.empty());
  }

  public double value() {
    return denominator == 0 ? 0 : (double) numerator / denominator;
  }

  /**
   * Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", JASA 1927:
   * holds for few trials and for rates near 0, as these are.
   */
  private static Interval wilson(long successes, long trials) {
    double rate = (double) successes / trials;
    double z2 = Z * Z / trials;
    double middle = (rate + z2 / 2) / (1 + z2);
    double half = Z * Math.sqrt(rate * (1 - rate) / trials + z2 / (4 * trials)) / (1 + z2);
    return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
  }
}
