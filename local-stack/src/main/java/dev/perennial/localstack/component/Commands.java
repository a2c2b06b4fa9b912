package dev.perennial.localstack.component;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;

/** Runs short programs of the system to their end. */
public final class Commands {

  private Commands() {}

  /**
   * Waits for the end.
   *
   * @return what the program printed
   * @throws IOException when it cannot be started or fails; says what it printed
   */
  public static String run(List<String> command) throws IOException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    try {
      int code = process.waitFor();
      if (code != 0) {
        throw new IOException(command.getFirst() + " ended with " + code + ": " + output.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(command.getFirst() + " was interrupted", e);
    }
    return output;
  }
}
