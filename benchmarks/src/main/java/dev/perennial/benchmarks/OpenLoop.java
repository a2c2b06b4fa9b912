package dev.perennial.benchmarks;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Sends requests at fixed instants, whether or not those before are answered, and measures each
 * from the instant at which it was due: a server that stalls is charged for all that had to wait,
 * and a generator that comes late for its own lateness (no coordinated omission).
 *
 * @param call sends one request, and completes when it is answered
 */
record OpenLoop<A>(IntFunction<CompletableFuture<A>> call, int perSecond) {

  private static final long LONGEST_MICROS = TimeUnit.SECONDS.toMicros(60);

  /**
   * What was measured.
   *
   * @param micros of the answers
   * @param seconds from the first request to the last answer
   */
  record Run(Histogram micros, int failed, double seconds) {

    double answersPerSecond() {
      return micros.getTotalCount() / seconds;
    }
  }

  /** Runs for so long, and until all is answered. */
  Run run(Duration length, BiConsumer<Integer, A> answered) {
    int count = Math.toIntExact(length.toSeconds() * perSecond);
    var micros = new ConcurrentHistogram(LONGEST_MICROS, 3);
    var failed = new AtomicInteger();
    var all = new CompletableFuture<?>[count];
    long gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
    long began = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long due = began + i * gap;
      await(due);
      int number = i;
      all[i] =
          call.apply(i)
              .handle((answer, failure) -> {
                if (failure == null) {
                  micros.recordValue((System.nanoTime() - due) / 1000);
                  answered.accept(number, answer);
                } else {
                  failed.incrementAndGet();
                }
                return answer;
              });
    }
    CompletableFuture.allOf(all).join();
    return new Run(micros, failed.get(), (System.nanoTime() - began) / 1e9);
  }

  private static void await(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
