package dev.perennial.recommendation.browse.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Time in hours since 1970, as interest is counted. */
public final class Hours {

  private static final long MICROS = 3_600_000_000L;

  private Hours() {}

  /** The hour that a microsecond is in. */
  static int of(long micros) {
    return (int) Math.floorDiv(micros, MICROS);
  }

  /** The hour that an instant is in. */
  public static int of(Instant instant) {
    return of(micros(instant));
  }

  /** Microseconds since 1970. */
  public static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
