package dev.perennial.localstack.supervisor;

import dev.perennial.localstack.component.Commands;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes. */
final class Signals {

  private Signals() {}

  /** Asks with the signal; when the patience ends, kills. Returns when the process has gone. */
  static void end(ProcessHandle process, String signal, Duration patience) {
    send(process, signal);
    if (!gone(process, patience)) {
      send(process, "KILL");
      gone(process, patience);
    }
  }

  private static void send(ProcessHandle process, String signal) {
    try {
      Commands.run(List.of("kill", "-" + signal, Long.toString(process.pid())));
    } catch (IOException e) {
      // It has gone by itself, or we wait in vain and then kill.
      if (process.isAlive() && signal.equals("KILL")) {
        throw new IllegalStateException("cannot end process " + process.pid(), e);
      }
    }
  }

  private static boolean gone(ProcessHandle process, Duration patience) {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
