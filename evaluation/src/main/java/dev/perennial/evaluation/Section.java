package dev.perennial.evaluation;

import java.io.IOException;

/** One part of the report: a protocol, what it was run on, and what came out. */
public interface Section {

  /** A letter, by which {@code --only} picks it. */
  String key();

  /**
   * Whether it looks at the options {@code --split} and {@code --csv}; else it is left out then.
   */
  default boolean splitsByDate() {
    return false;
  }

  /** Runs it. The same options give the same report, to the character. */
  Report run(Options options, Progress progress) throws IOException;
}
