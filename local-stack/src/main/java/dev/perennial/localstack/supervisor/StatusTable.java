package dev.perennial.localstack.supervisor;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** One line a process. */
record StatusTable(DataDirectory data, Stack stack) {

  private static final String LINE = "%-24s %-9s %8s %6s %8s %9s  %s%n";

  /** Prints it; 0 when all is ready, 3 when it is not, as init scripts have it. */
  int print() throws IOException {
    boolean supervised = data.supervised();
    System.out.printf(LINE, "", "state", "pid", "port", "MiB", "restarts", "");
    long sum = line("supervisor", 0, supervised);
    boolean allReady = supervised;
    for (var component : stack.components()) {
      sum += line(component.name(), component.port(), supervised);
      allReady &=
          Status.read(data.run(), component.name())
              .filter(status -> status.state() == State.READY)
              .isPresent();
    }
    System.out.printf(LINE, "all", "", "", "", sum / 1024, "", "");
    return allReady ? 0 : 3;
  }

  private long line(String name, int port, boolean supervised) throws IOException {
    Optional<Status> status = Status.read(data.run(), name);
    var process = status.flatMap(Status::process);
    long kib = process.map(port == 0 ? Memory::of : Memory::ofTree).orElse(0L);
    String state =
        process.isEmpty() && status.filter(s -> s.state() == State.WAITING).isEmpty()
            ? "down"
            : status.map(s -> s.state().name().toLowerCase(Locale.ROOT)).orElse("down");
    System.out.printf(
        LINE,
        name,
        supervised || process.isEmpty() ? state : "orphan",
        process.map(p -> Long.toString(p.pid())).orElse("-"),
        port == 0 ? "-" : Integer.toString(port),
        process.isEmpty() ? "-" : Long.toString(kib / 1024),
        status.map(s -> Integer.toString(s.restarts())).orElse("-"),
        status.map(Status::note).filter(n -> !n.isEmpty()).map(n -> "last: " + n).orElse(""));
    return kib;
  }
}
