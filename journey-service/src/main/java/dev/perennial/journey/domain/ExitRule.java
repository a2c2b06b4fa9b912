package dev.perennial.journey.domain;

/** What ends a run wherever it stands. */
public sealed interface ExitRule {

  /** An event of this name that happened after the run began. */
  record OnEvent(String event) implements ExitRule {}

  record OnSegment(String segment, Movement movement) implements ExitRule {}
}
