package dev.perennial.exactlyonce;

import java.time.Duration;

/** Waits that double. Used by one thread. */
final class Backoff {

  private final Duration min;
  private final Duration max;
  private Duration next;
  private long until = System.nanoTime();

  Backoff(ExactlyOnceConfig config) {
    min = config.minBackoff();
    max = config.maxBackoff();
    next = min;
  }

  void reset() {
    next = min;
  }

  /** Something failed: wait. */
  void begin() {
    until = System.nanoTime() + next.toNanos();
    var doubled = next.multipliedBy(2);
    next = doubled.compareTo(max) > 0 ? max : doubled;
  }

  /** How long there is still to wait. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, until - System.nanoTime()));
  }
}
