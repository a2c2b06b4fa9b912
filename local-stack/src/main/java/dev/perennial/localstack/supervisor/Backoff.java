package dev.perennial.localstack.supervisor;

import java.time.Duration;

/** How long to wait before a dead process is started again: 1 s, then twice as long each time. */
final class Backoff {

  static final Duration FIRST = Duration.ofSeconds(1);
  static final Duration LONGEST = Duration.ofSeconds(30);

  /** Who lived this long has recovered. */
  static final Duration RECOVERED = Duration.ofSeconds(60);

  private Duration next = FIRST;

  /** The pause after a process that lived so long. */
  Duration after(Duration lived) {
    if (lived.compareTo(RECOVERED) >= 0) {
      next = FIRST;
    }
    Duration pause = next;
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return pause;
  }
}
