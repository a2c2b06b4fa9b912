package dev.perennial.localstack;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A small process that outlives this JVM for a moment: when the pipe to it closes, however the JVM
 * ended, it kills what it was told of and removes the directory.
 */
final class Reaper {

  private static final String SCRIPT =
      """
      trap '' HUP INT TERM
      pids=
      while read -r pid; do pids="$pids $pid"; done
      for pid in $pids; do
        kill -CONT "$pid" 2>/dev/null && kill -QUIT "$pid" 2>/dev/null
      done
      sleep 0.3
      for pid in $pids; do kill -KILL "$pid" 2>/dev/null; done
      rm -rf "$1" || { sleep 1; rm -rf "$1"; }
      """;

  private final Process process;

  Reaper(Path directory) throws IOException {
    process =
        new ProcessBuilder("sh", "-c", SCRIPT, "reaper", directory.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
  }

  void watch(long pid) throws IOException {
    var pipe = process.getOutputStream();
    pipe.write((pid + "\n").getBytes(US_ASCII));
    pipe.flush();
  }

  /** Does now what it would do at the end. */
  void reap() throws IOException {
    process.getOutputStream().close();
  }
}
