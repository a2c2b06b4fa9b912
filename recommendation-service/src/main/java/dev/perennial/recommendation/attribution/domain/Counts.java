package dev.perennial.recommendation.attribution.domain;

/**
 * How often something was shown, clicked and bought.
 *
 * @param valueMicros of what was bought
 */
public record Counts(long exposures, long clicks, long purchases, long valueMicros) {

  public static final Counts NONE = new Counts(0, 0, 0, 0);
  public static final Counts EXPOSURE = new Counts(1, 0, 0, 0);
  static final Counts CLICK = new Counts(0, 1, 0, 0);

  static Counts purchase(long valueMicros) {
    return new Counts(0, 0, 1, valueMicros);
  }

  /** What takes this back. */
  Counts negated() {
    return new Counts(-exposures, -clicks, -purchases, -valueMicros);
  }

  public Counts plus(Counts other) {
    return new Counts(
        exposures + other.exposures,
        clicks + other.clicks,
        purchases + other.purchases,
        valueMicros + other.valueMicros);
  }
}
