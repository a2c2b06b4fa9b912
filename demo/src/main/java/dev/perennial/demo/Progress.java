package dev.perennial.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Steps and their times, for the person who waits; and waiting itself. */
final class Progress {

  private static final Duration POLL = Duration.ofMillis(500);

  private final PrintStream out;
  private final Duration patience;
  private final long began = System.nanoTime();

  /**
   * Where to print, and when to give up.
   *
   * @param patience how long a wait may go on without anything changing
   */
  Progress(PrintStream out, Duration patience) {
    this.out = out;
    this.patience = patience;
  }

  void say(String line) {
    out.printf("[%6.1f s] %s%n", (System.nanoTime() - began) / 1e9, line);
  }

  /**
   * Asks until the answer is the one wanted, saying each change; fails when nothing changes any
   * more.
   */
  <T> T await(String what, Supplier<T> ask, Predicate<T> done) {
    T seen = ask.get();
    long changedAt = System.nanoTime();
    long saidAt = 0;
    while (!done.test(seen)) {
      if (System.nanoTime() - saidAt > Duration.ofSeconds(5).toNanos()) {
        say("  " + what + ": " + seen);
        saidAt = System.nanoTime();
      }
      if (System.nanoTime() - changedAt > patience.toNanos()) {
        throw new DemoFailure(
            "%s: nothing has changed for %d s (%s). See ./perennial status and ./perennial logs."
                .formatted(what, patience.toSeconds(), seen));
      }
      pause(POLL);
      T next = ask.get();
      if (!Objects.equals(next, seen)) {
        seen = next;
        changedAt = System.nanoTime();
      }
    }
    return seen;
  }

  static void pause(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }
}
