package dev.perennial.exactlyonce;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Takes one step after the other on the worker's thread, which may block: a step has ended, or
 * failed with a {@link Fault}, when the method returns.
 *
 * @param timeout of one step
 */
record Steps(Duration timeout) {

  /** A step of the protocol: whatever goes wrong is the environment's fault. */
  <T> T take(Uni<T> step) {
    try {
      return step.await().atMost(timeout);
    } catch (Fault fault) {
      throw fault;
    } catch (RuntimeException e) {
      throw new Fault.Environment(e);
    }
  }

  /** A step of the service's: what goes wrong may be the data's fault. */
  <T> T takeForeign(Supplier<Uni<T>> step) {
    try {
      return step.get().await().atMost(timeout);
    } catch (RuntimeException | StackOverflowError e) {
      throw Fault.of(e);
    }
  }
}
