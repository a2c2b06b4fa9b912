package dev.perennial.recommendation.attribution.domain;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often something was shown, clicked and bought.
 *
 * @param micros the value of what was bought, by currency (empty when it was not said), in
 *     millionths of its unit; none is 0. Sums stop at the greatest number
 */
public record Counts(long exposures, long clicks, long purchases, SortedMap<String, Long> micros) {

  public static final Counts NONE = new Counts(0, 0, 0, Map.of());
  public static final Counts EXPOSURE = new Counts(1, 0, 0, Map.of());
  static final Counts CLICK = new Counts(0, 1, 0, Map.of());

  public Counts {
    var kept = new TreeMap<>(micros);
    kept.values().removeIf(value -> value == 0);
    micros = Collections.unmodifiableSortedMap(kept);
  }

  public Counts(long exposures, long clicks, long purchases, Map<String, Long> micros) {
    this(exposures, clicks, purchases, new TreeMap<>(micros));
  }

  static Counts purchase(Money value) {
    return new Counts(0, 0, 1, Map.of(value.currency(), value.micros()));
  }

  /** What takes this back. */
  Counts negated() {
    var negated = new TreeMap<>(micros);
    negated.replaceAll((_, value) -> -value);
    return new Counts(-exposures, -clicks, -purchases, negated);
  }

  public Counts plus(Counts other) {
    var both = new TreeMap<>(micros);
    other.micros.forEach((currency, value) -> both.merge(currency, value, Counts::sum));
    return new Counts(
        exposures + other.exposures, clicks + other.clicks, purchases + other.purchases, both);
  }

  private static long sum(long one, long other) {
    long sum = one + other;
    boolean isTooGreat = ((one ^ sum) & (other ^ sum)) < 0;
    return isTooGreat ? (one < 0 ? -Long.MAX_VALUE : Long.MAX_VALUE) : sum;
  }
}
