package dev.perennial.recommendation.browse.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A profile looked at a product.
 *
 * @param lastMicros the last time, in microseconds since 1970
 * @param times how often, as far back as its trail goes
 */
public record Viewed(int product, long lastMicros, int times) {

  public Instant lastAt() {
    return Instant.EPOCH.plus(lastMicros, ChronoUnit.MICROS);
  }

  Viewed andEarlier(Viewed earlier) {
    return new Viewed(product, lastMicros, times + earlier.times);
  }
}
