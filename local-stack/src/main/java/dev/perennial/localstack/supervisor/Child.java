package dev.perennial.localstack.supervisor;

import dev.perennial.localstack.component.Component;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps one component alive until it is told to stop. */
final class Child {

  private static final Duration GRACE = Duration.ofSeconds(20);
  private static final long LOG_BYTES = 32L << 20;

  private final Component component;
  private final DataDirectory data;
  private final Consumer<String> journal;
  private final Backoff backoff = new Backoff();
  private final CountDownLatch ready = new CountDownLatch(1);
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable Process process;
  private int restarts;
  private String note = "";

  /**
   * Does not start it yet.
   *
   * @param journal takes one sentence about each turn of its life
   */
  Child(Component component, DataDirectory data, Consumer<String> journal) {
    this.component = component;
    this.data = data;
    this.journal = journal;
    thread = Thread.ofVirtual().name(component.name()).unstarted(this::live);
  }

  void start() {
    thread.start();
  }

  /** Waits until it was ready once. */
  void awaitReady() throws InterruptedException {
    ready.await();
  }

  /** Ends it and returns when it has gone. */
  void stop() throws InterruptedException {
    stopping.countDown();
    var running = process;
    if (running != null) {
      Signals.end(running.toHandle(), component.stopSignal(), GRACE);
    }
    thread.join();
  }

  private void live() {
    try {
      while (!stopped(Duration.ZERO)) {
        long start = System.nanoTime();
        String end = liveOnce();
        if (stopped(Duration.ZERO)) {
          break;
        }
        Duration pause = backoff.after(Duration.ofNanos(System.nanoTime() - start));
        restarts++;
        note = end;
        report(State.WAITING, null);
        journal.accept(
            "%s %s; starting it again in %d s (restart %d)"
                .formatted(component.name(), end, pause.toSeconds(), restarts));
        stopped(pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    report(State.STOPPED, null);
  }

  /** One process from start to end. Returns how it ended. */
  private String liveOnce() throws InterruptedException {
    try {
      component.prepare();
      var builder =
          new ProcessBuilder(component.command())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
      builder.environment().remove("PERENNIAL_POSTGRES_USER"); // each service has its own
      builder.environment().putAll(component.environment());
      var started = builder.start();
      started.getOutputStream().close();
      process = started;
      if (stopped(Duration.ZERO)) { // stop() may have looked before there was a process
        Signals.end(started.toHandle(), component.stopSignal(), GRACE);
      }
      report(State.STARTING, started);
      awaitReady(started);
      return "ended with code " + started.waitFor();
    } catch (IOException e) {
      return "cannot be started: " + e.getMessage();
    } catch (UncheckedIOException | IllegalStateException e) {
      return "cannot be started: " + e.getMessage();
    } finally {
      process = null;
    }
  }

  private void awaitReady(Process started) throws InterruptedException {
    long start = System.nanoTime();
    while (started.isAlive() && !stopped(Duration.ofMillis(100))) {
      if (component.ready()) {
        report(State.READY, started);
        double seconds = (System.nanoTime() - start) / 1e9;
        journal.accept("%s is ready after %.1f s".formatted(component.name(), seconds));
        ready.countDown();
        return;
      }
    }
  }

  private boolean stopped(Duration patience) throws InterruptedException {
    return stopping.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void report(State state, @Nullable Process about) {
    try {
      long pid = about == null ? 0 : about.pid();
      long startedAt = about == null ? 0 : Status.startOf(about.toHandle());
      new Status(component.name(), state, pid, startedAt, restarts, note).write(data.run());
    } catch (IOException e) {
      journal.accept("cannot write the status of " + component.name() + ": " + e.getMessage());
    }
  }

  /** Appends to the log of before, which makes room when it has grown. */
  private Path log() throws IOException {
    Path log = data.log(component.name());
    if (Files.exists(log) && Files.size(log) > LOG_BYTES) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
    return log;
  }
}
