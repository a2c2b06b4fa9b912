package dev.perennial.localstack.supervisor;

import dev.perennial.localstack.component.Component;
import dev.perennial.localstack.component.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Starts the supervisor and tells of its progress until all is ready. */
record Up(Path root, DataDirectory data, Settings settings, Stack stack) {

  static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final Duration STARTUP = Duration.ofMinutes(4);
  private static final int TOLERATED_RESTARTS = 3;

  /** In a process group of its own, so that Ctrl-C in this terminal does not reach it. */
  private static final String DETACH =
      "set -m; trap '' HUP; log=$1; shift; \"$@\" </dev/null >>\"$log\" 2>&1 &";

  int run() throws Exception {
    if (data.supervised()) {
      System.out.println("already up; nothing to do");
      return follow();
    }
    var orphans = new Orphans(data, stack.components()).end();
    if (!orphans.isEmpty()) {
      System.out.println("ended what was left of before: " + String.join(", ", orphans));
    }
    for (var port : settings.ports().entrySet()) {
      if (Ports.busy(port.getValue())) {
        System.err.printf(
            "perennial: port %d (%s) is in use by another program;%n"
                + "           stop it, or set %s to a free port%n",
            port.getValue(),
            port.getKey().toLowerCase(Locale.ROOT),
            Settings.portVariable(port.getKey()));
        return 1;
      }
    }
    Status.forget(data.run(), "supervisor");
    spawn();
    return follow();
  }

  private void spawn() throws IOException {
    new ProcessBuilder(
            "bash",
            "-c",
            DETACH,
            "perennial",
            data.log("supervisor").toString(),
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Supervisor.class.getName(),
            root.toString(),
            data.path().toString())
        .start();
  }

  private int follow() throws Exception {
    var told = new HashMap<String, String>();
    long start = System.nanoTime();
    long deadline = start + STARTUP.toNanos();
    while (true) {
      boolean allReady = true;
      for (var component : stack.components()) {
        var status = Status.read(data.run(), component.name());
        boolean ready = status.filter(s -> s.state() == State.READY).isPresent();
        allReady &= ready;
        status.ifPresent(s -> tell(told, s, start));
        if (status.filter(s -> s.restarts() > TOLERATED_RESTARTS && !ready).isPresent()) {
          return failed(component);
        }
      }
      if (allReady) {
        Welcome.print(data, settings);
        return 0;
      }
      if (System.nanoTime() > deadline) {
        System.err.println("perennial: not all is ready after 4 minutes: see ./perennial status");
        return 1;
      }
      if (System.nanoTime() - start > 5_000_000_000L && !data.supervised()) {
        System.err.println("perennial: the supervisor ended: see ./perennial logs supervisor");
        return 1;
      }
      Thread.sleep(150);
    }
  }

  private static void tell(Map<String, String> told, Status status, long start) {
    String line =
        switch (status.state()) {
          case READY -> "is ready";
          case WAITING -> status.note() + "; it is started again";
          case STARTING, STOPPED -> "";
        };
    if (!line.isEmpty() && !line.equals(told.put(status.name(), line))) {
      System.out.printf(
          "%6.1f s  %-22s %s%n", (System.nanoTime() - start) / 1e9, status.name(), line);
    }
  }

  private static int failed(Component component) {
    System.err.printf(
        "perennial: %1$s does not come up: see ./perennial logs %1$s%n", component.name());
    return 1;
  }
}
