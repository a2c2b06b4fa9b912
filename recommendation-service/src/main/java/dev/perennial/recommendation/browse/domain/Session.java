package dev.perennial.recommendation.browse.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * What a profile looked at without a break. Each is itself only: equal by identity.
 *
 * <p>Its products are numbered as the shop numbers them, each once, in the order in which they were
 * last touched.
 */
public final class Session {

  /** A total order of the sessions of a shop that does not depend on when they were heard of. */
  public static final Comparator<Session> LATEST_FIRST =
      Comparator.comparingLong(Session::endMicros)
          .reversed()
          .thenComparing(session -> session.profile)
          .thenComparingLong(session -> session.startMicros);

  private final UUID profile;
  private final long startMicros;
  private final long endMicros;
  private final int[] products;
  private final byte[] weights;

  Session(UUID profile, long startMicros, long endMicros, int[] products, byte[] weights) {
    this.profile = profile;
    this.startMicros = startMicros;
    this.endMicros = endMicros;
    this.products = products;
    this.weights = weights;
  }

  public UUID profile() {
    return profile;
  }

  /** When it was last heard of, in microseconds since 1970. */
  public long endMicros() {
    return endMicros;
  }

  /** Whether what comes now would belong to it. */
  public boolean isGoingOn(Instant now) {
    return Hours.micros(now) - endMicros <= Steps.BREAK_MICROS;
  }

  /** Its hour, counted from 1970. */
  public int hour() {
    return Hours.of(endMicros);
  }

  public int size() {
    return products.length;
  }

  /** The product that was last touched before those with a higher index. */
  public int product(int index) {
    return products[index];
  }

  /** The heaviest of what was done with this product. */
  public int weight(int index) {
    return weights[index];
  }

  /** Where a product is, or a negative number when it is not in it. */
  public int indexOf(int product) {
    for (int i = products.length - 1; i >= 0; i--) {
      if (products[i] == product) {
        return i;
      }
    }
    return -1;
  }
}
