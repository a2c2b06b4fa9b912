package dev.perennial.recommendation.together.domain;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A few threads for the length of a computation: fewer than processors, so that answers go on.
 *
 * @param threads at least 1
 */
public record Workers(int threads) {

  private static final int CHUNK = 16;

  public Workers {
    if (threads < 1) {
      throw new IllegalArgumentException("there must be a thread to work");
    }
  }

  /**
   * Does the work for each number from 0 to below the count, and returns when all is done.
   *
   * @param worker makes what one thread works with
   */
  void forEach(int count, Supplier<IntConsumer> worker) {
    var next = new AtomicInteger();
    var failure = new AtomicReference<@Nullable Throwable>();
    Runnable work = () -> work(count, next, worker.get());
    var running =
        IntStream.range(0, threads)
            .mapToObj(i ->
                Thread.ofPlatform()
                    .name("model-", i)
                    .daemon()
                    .uncaughtExceptionHandler((_, e) -> failure.set(e))
                    .start(work))
            .toList();
    running.forEach(Workers::join);
    if (failure.get() != null) {
      throw new IllegalStateException("the computation failed", failure.get());
    }
  }

  private static void work(int count, AtomicInteger next, IntConsumer worker) {
    for (int from = next.getAndAdd(CHUNK); from < count; from = next.getAndAdd(CHUNK)) {
      for (int i = from; i < Math.min(count, from + CHUNK); i++) {
        worker.accept(i);
      }
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while computing", e);
    }
  }
}
