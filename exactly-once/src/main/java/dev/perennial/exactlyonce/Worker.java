package dev.perennial.exactlyonce;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A thread that lives one session after the other until it is stopped. */
final class Worker {

  private static final Logger LOG = Logger.getLogger(Worker.class);

  private final Setting setting;
  private final ConsumerDefinition definition;
  private final WorkerStatus status;
  private final Thread thread;
  private volatile boolean running = true;
  private volatile @Nullable Session session;

  Worker(Setting setting, ConsumerDefinition definition, int number) {
    this.setting = setting;
    this.definition = definition;
    status = new WorkerStatus(definition.name() + "-" + number);
    thread = Thread.ofPlatform().name("exactly-once-" + status.name).unstarted(this::live);
    var metrics = setting.metrics();
    metrics.gauge("perennial.consumer.lag", definition.name(), number, status::lag);
    metrics.gauge("perennial.gate.held", definition.name(), number, status::heldRecords);
    metrics.gauge(
        "perennial.consumer.partitions.stopped",
        definition.name(),
        number,
        status::stoppedPartitions);
    metrics.gauge(
        "perennial.consumer.retrying",
        definition.name(),
        number,
        () -> status.isRetrying() ? 1 : 0);
  }

  WorkerStatus status() {
    return status;
  }

  void start() {
    thread.start();
  }

  /** Ends the unit under way and leaves the group; {@link #awaitStopped} waits for it. */
  void stop() {
    running = false;
    LockSupport.unpark(thread);
    var current = session;
    if (current != null) {
      current.wakeUp();
    }
  }

  void awaitStopped(Duration timeout) throws InterruptedException {
    if (!thread.join(timeout)) {
      LOG.warnf("%s did not stop within %s; its unit will be rolled back", status.name, timeout);
      thread.interrupt();
    }
  }

  private void live() {
    var backoff = new Backoff(setting.config());
    while (running) {
      long began = System.nanoTime();
      try (var life = new Session(setting, definition, status, () -> running)) {
        session = life;
        life.run();
      } catch (WakeupException | Publisher.StoppedException _) {
        // Only a stop wakes a session up.
      } catch (TopicCheck.MisconfiguredException e) {
        LOG.errorf("%s cannot start: %s", status.name, e.getMessage());
        status.misconfigured(String.valueOf(e.getMessage()));
        return;
      } catch (Throwable e) {
        // Whatever it was: the database and Kafka know where to go on.
        LOG.warnf("%s starts again: %s", status.name, Fault.of(e).reason());
        LOG.debugf(e, "%s", status.name);
        setting.metrics().of(definition.name()).restarts().increment();
        status.retrying(Fault.of(e).reason());
        waitAfter(backoff, began);
      } finally {
        session = null;
      }
    }
  }

  private void waitAfter(Backoff backoff, long began) {
    if (System.nanoTime() - began > setting.config().maxBackoff().toNanos()) {
      backoff.reset();
    }
    backoff.begin();
    while (running && !backoff.left().isZero()) {
      LockSupport.parkNanos(backoff.left().toNanos());
    }
  }
}
