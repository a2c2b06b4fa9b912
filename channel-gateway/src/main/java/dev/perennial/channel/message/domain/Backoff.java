package dev.perennial.channel.message.domain;

import java.time.Duration;

/** How long a message rests before it is looked at again. */
public final class Backoff {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST_RETRY = Duration.ofMinutes(5);
  private static final Duration FIRST_LOOK = Duration.ofMillis(200);
  private static final Duration LONGEST_LOOK = Duration.ofSeconds(10);

  private Backoff() {}

  /** After an attempt that certainly did not deliver: 1 s, doubled each time, at most 5 min. */
  public static Duration retry(int attempts) {
    return doubled(FIRST, attempts, LONGEST_RETRY);
  }

  /**
   * While activity is still to come, which usually takes less than a second: 200 ms, doubled each
   * time, at most 10 s.
   */
  public static Duration look(int attempts) {
    return doubled(FIRST_LOOK, attempts, LONGEST_LOOK);
  }

  private static Duration doubled(Duration first, int times, Duration longest) {
    var delay = first.multipliedBy(1L << Math.clamp(times, 0, 20));
    return delay.compareTo(longest) > 0 ? longest : delay;
  }
}
