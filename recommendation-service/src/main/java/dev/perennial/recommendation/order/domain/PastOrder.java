package dev.perennial.recommendation.order.domain;

import static java.util.Comparator.comparingLong;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.UUID;

/**
 * An order as it is remembered; there are millions, so it is kept small.
 *
 * @param id never changes, the same on every replica
 * @param number by which the index knows it; free for another one when it is gone
 * @param buyer the profile that holds it
 * @param micros since 1970, when it happened: as precise as it is stored
 * @param products by number, rising, each once; never changed, by nobody
 */
public record PastOrder(long id, int number, UUID buyer, long micros, int[] products) {

  static final Comparator<PastOrder> BY_TIME =
      comparingLong(PastOrder::micros).thenComparingLong(PastOrder::id);

  private static final long SECOND = 1_000_000;

  static long microsOf(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  public Instant at() {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /** The day that it was on (UTC), in days since 1970. */
  int day() {
    return DailySales.day(at());
  }

  /** In whole seconds since 1970. */
  public long seconds() {
    return Math.floorDiv(micros, SECOND);
  }
}
