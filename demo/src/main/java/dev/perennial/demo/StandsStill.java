package dev.perennial.demo;

import java.time.Duration;

/** Whether a number above 0 has been the same for some time. */
final class StandsStill {

  private final Duration time;
  private long number = -1;
  private long since;

  StandsStill(Duration time) {
    this.time = time;
  }

  boolean holds(long seen) {
    if (seen != number) {
      number = seen;
      since = System.nanoTime();
    }
    return number > 0 && System.nanoTime() - since >= time.toNanos();
  }
}
