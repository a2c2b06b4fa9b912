package dev.perennial.recommendation.order.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An order as it is remembered; there are millions, so it is kept small.
 *
 * @param micros since 1970, when it happened: as precise as it is stored
 * @param products by number, rising, each once; never changed, by nobody
 */
public record PastOrder(long micros, int[] products) {

  private static final long SECOND = 1_000_000;

  PastOrder(Instant at, int[] products) {
    this(ChronoUnit.MICROS.between(Instant.EPOCH, at), products);
  }

  public Instant at() {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /** In whole seconds since 1970. */
  public long seconds() {
    return Math.floorDiv(micros, SECOND);
  }
}
