package dev.perennial.localstack.supervisor;

import dev.perennial.localstack.component.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What processes occupy. */
final class Memory {

  private Memory() {}

  /** The resident memory, in KiB, of a process and its children; what they share counts once. */
  static long ofTree(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants()).mapToLong(Memory::of).sum();
  }

  /** The same of one process alone. */
  static long of(ProcessHandle process) {
    Path rollup = Path.of("/proc/" + process.pid() + "/smaps_rollup");
    try {
      if (Files.isReadable(rollup)) {
        try (var lines = Files.lines(rollup)) {
          return lines
              .filter(line -> line.startsWith("Pss:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .sum();
        }
      }
    } catch (IOException e) {
      // Not for us to read, or gone; ps knows, or does not.
    }
    try {
      return Long.parseLong(
          Commands.run(List.of("ps", "-o", "rss=", "-p", Long.toString(process.pid()))).strip());
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }
}
