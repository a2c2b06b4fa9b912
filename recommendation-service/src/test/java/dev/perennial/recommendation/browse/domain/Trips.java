package dev.perennial.recommendation.browse.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Trails for tests. */
public final class Trips {

  public static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

  private Trips() {}

  public static UUID profile(int number) {
    return new UUID(0, number);
  }

  public static Instant minute(long minute) {
    return START.plus(Duration.ofMinutes(minute));
  }

  /** Views of these, a minute apart, from a minute on. */
  public static Trail views(long minute, String... products) {
    return new Trail(
        IntStream.range(0, products.length)
            .mapToObj(i -> new Interaction(minute(minute + i), Kind.VIEWED, products[i]))
            .toList());
  }

  /** One after the other. */
  public static Trail joined(Trail... trails) {
    return new Trail(Arrays.stream(trails).map(Trail::interactions).flatMap(List::stream).toList());
  }
}
