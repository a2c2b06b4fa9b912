package dev.perennial.localstack.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * What the supervisor writes down about a process, for others to read.
 *
 * @param pid 0 when there is none
 * @param startedAt of the process, epoch milliseconds as the system tells it: a pid alone may have
 *     gone to a stranger
 * @param note why it died last, else empty
 */
record Status(String name, State state, long pid, long startedAt, int restarts, String note) {

  /** A reader sees the old file or the new one, never half. */
  void write(Path directory) throws IOException {
    var properties = new Properties();
    properties.setProperty("state", state.name());
    properties.setProperty("pid", Long.toString(pid));
    properties.setProperty("startedAt", Long.toString(startedAt));
    properties.setProperty("restarts", Integer.toString(restarts));
    properties.setProperty("note", note);
    Path fresh = directory.resolve(name + ".new");
    try (var out = Files.newOutputStream(fresh)) {
      properties.store(out, null);
    }
    Files.move(fresh, file(directory, name), StandardCopyOption.ATOMIC_MOVE);
  }

  static Optional<Status> read(Path directory, String name) throws IOException {
    Path file = file(directory, name);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var properties = new Properties();
    try (var in = Files.newInputStream(file)) {
      properties.load(in);
    }
    return Optional.of(
        new Status(
            name,
            State.valueOf(properties.getProperty("state")),
            Long.parseLong(properties.getProperty("pid")),
            Long.parseLong(properties.getProperty("startedAt")),
            Integer.parseInt(properties.getProperty("restarts")),
            properties.getProperty("note")));
  }

  static void forget(Path directory, String name) throws IOException {
    Files.deleteIfExists(file(directory, name));
  }

  /** The process that this is about, when it still lives. */
  Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(handle -> startedAt == startOf(handle));
  }

  static long startOf(ProcessHandle handle) {
    return handle.info().startInstant().map(instant -> instant.toEpochMilli()).orElse(0L);
  }

  private static Path file(Path directory, String name) {
    return directory.resolve(name + ".status");
  }
}
