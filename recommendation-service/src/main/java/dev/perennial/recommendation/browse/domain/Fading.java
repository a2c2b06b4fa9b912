package dev.perennial.recommendation.browse.domain;

import java.time.Duration;

/**
 * How much something is worth after some hours: half after each half-life. In whole parts, so that
 * a sum is the same in whatever order it is made, on every replica.
 */
public final class Fading {

  /** What is worth a whole one. */
  public static final long WHOLE = 1 << 16;

  private final long[] parts;

  /**
   * Fading by half.
   *
   * @param halfLife at least an hour, at most 10 years
   */
  public Fading(Duration halfLife) {
    long hours = halfLife.toHours();
    if (hours < 1 || hours > 87_600) {
      throw new IllegalArgumentException("a half-life is an hour to 10 years");
    }
    // After 17 of them nothing is left of a whole.
    parts = new long[(int) hours * 17];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = Math.round(WHOLE * Math.pow(2, -(double) i / hours));
    }
  }

  /** The parts that are left after some hours; what is still to come is whole. */
  public long parts(int hours) {
    return hours < 0 ? WHOLE : hours < parts.length ? parts[hours] : 0;
  }

  /** After so many hours nothing is left. */
  public int hours() {
    return parts.length;
  }
}
