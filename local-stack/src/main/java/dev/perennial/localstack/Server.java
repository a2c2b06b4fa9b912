package dev.perennial.localstack;

import dev.perennial.localstack.component.Commands;
import dev.perennial.localstack.component.Component;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One server of a {@link TestStack}, which a test may stop, kill, pause and start again. */
public final class Server {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Component component;
  private final Path log;
  private final Reaper reaper;
  private @Nullable Process process;

  Server(Component component, Path log, Reaper reaper) {
    this.component = component;
    this.log = log;
    this.reaper = reaper;
  }

  public int port() {
    return component.port();
  }

  /** As clients want it: {@code host:port}. */
  public String address() {
    return "127.0.0.1:" + component.port();
  }

  /** Starts the server and waits until it is ready; its data and port are those of before. */
  public void start() {
    try {
      component.prepare();
      var builder =
          new ProcessBuilder(component.command())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(component.environment());
      var started = builder.start();
      reaper.watch(started.pid());
      process = started;
      awaitReady(started);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it cleanly and waits until it has gone. */
  public void stop() {
    signal(component.stopSignal());
    awaitEnd();
  }

  /** Ends it as a crash would (kill -9, children included) and waits until it has gone. */
  public void kill() {
    signal("KILL");
    awaitEnd();
  }

  /** Freezes it and its children: connections stay open, nothing is answered. */
  public void pause() {
    signal("STOP");
  }

  public void resume() {
    signal("CONT");
  }

  public void restart() {
    stop();
    start();
  }

  private void awaitReady(Process started) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!component.ready()) {
      if (!started.isAlive() || System.nanoTime() > deadline) {
        throw new IOException(component.name() + " did not start:\n" + Files.readString(log));
      }
      LockSupport.parkNanos(20_000_000);
    }
  }

  private void awaitEnd() {
    try {
      if (!running().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException(component.name() + " does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void signal(String name) {
    // Children may end between the look and the signal, which is no error.
    String script = "for pid; do kill -" + name + " $pid 2>/dev/null; done; true";
    try {
      Commands.run(Stream.concat(Stream.of("sh", "-c", script, "kill"), tree(name)).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process, with its children where a signal does not reach them by its own logic. */
  private Stream<String> tree(String signal) {
    var root = running();
    boolean whole = Set.of("KILL", "STOP", "CONT").contains(signal);
    var children = whole ? root.descendants().map(ProcessHandle::pid) : Stream.<Long>of();
    return Stream.concat(Stream.of(root.pid()), children).map(String::valueOf);
  }

  private Process running() {
    if (process == null) {
      throw new IllegalStateException(component.name() + " has not been started");
    }
    return process;
  }
}
