package dev.perennial.localstack.supervisor;

import dev.perennial.localstack.component.Binaries;
import dev.perennial.localstack.component.Component;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The process in the background: starts the stack in order, keeps it alive, stops it in order. */
final class Supervisor {

  static final int SHARDS = 16;

  private final Stack stack;
  private final DataDirectory data;
  private final List<Child> infrastructure;
  private final List<Child> services;

  private Supervisor(Stack stack, DataDirectory data) {
    this.stack = stack;
    this.data = data;
    infrastructure = children(stack.infrastructure());
    services = children(List.copyOf(stack.services()));
  }

  /** Arguments: the directory of the project and the one of the data. */
  public static void main(String[] args) throws Exception {
    var data = new DataDirectory(Path.of(args[1]));
    var lock = data.lock();
    if (lock == null) {
      journal("another supervisor runs");
      System.exit(2);
    }
    var stack = Stack.of(Path.of(args[0]), data, Settings.of(System.getenv()));
    var orphans = new Orphans(data, stack.components()).end();
    if (!orphans.isEmpty()) {
      journal("ended what was left of before: " + String.join(", ", orphans));
    }
    new Binaries(data.binaries()).unpack();
    new Supervisor(stack, data).run();
  }

  private void run() throws Exception {
    var self = ProcessHandle.current();
    new Status("supervisor", State.STARTING, self.pid(), Status.startOf(self), 0, "")
        .write(data.run());
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    infrastructure.forEach(Child::start);
    for (var child : infrastructure) {
      child.awaitReady();
    }
    provision();
    services.forEach(Child::start);
    for (var child : services) {
      child.awaitReady();
    }
    journal("all is ready");
    new Status("supervisor", State.READY, self.pid(), Status.startOf(self), 0, "")
        .write(data.run());
    new CountDownLatch(1).await();
  }

  private void provision() throws SQLException {
    for (String database : Stack.databases()) {
      stack.postgres().createDatabase(database, stack.postgres().password());
    }
    stack.kafka().createTopics(SHARDS);
    journal("databases and topics are there");
  }

  /** Services first, while what they need still answers. */
  private void stop() {
    journal("stopping");
    stop(services);
    stop(infrastructure);
    journal("stopped");
    try {
      Status.forget(data.run(), "supervisor");
    } catch (IOException e) {
      journal("cannot remove my status: " + e.getMessage());
    }
  }

  private static void stop(List<Child> children) {
    var threads =
        children.stream()
            .map(child ->
                Thread.ofPlatform()
                    .start(() -> {
                      try {
                        child.stop();
                      } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                      }
                    }))
            .toList();
    try {
      for (var thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Child> children(List<Component> components) {
    return components.stream().map(c -> new Child(c, data, Supervisor::journal)).toList();
  }

  private static void journal(String sentence) {
    System.out.println(Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + sentence);
  }
}
