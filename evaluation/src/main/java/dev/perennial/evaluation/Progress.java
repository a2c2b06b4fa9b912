package dev.perennial.evaluation;

import java.io.PrintStream;
import java.util.Locale;

/** Steps and their times, for the person who waits. */
public final class Progress {

  private final PrintStream out;
  private final long began = System.nanoTime();

  Progress(PrintStream out) {
    this.out = out;
  }

  public void say(String line) {
    out.printf(Locale.ROOT, "[%6.1f s] %s%n", (System.nanoTime() - began) / 1e9, line);
  }
}
