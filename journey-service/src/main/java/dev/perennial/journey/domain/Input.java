package dev.perennial.journey.domain;

import java.time.Instant;

/** What can happen to a run. */
public sealed interface Input {

  /** The run has just begun, and nothing speaks against it. */
  record Entered() implements Input {}

  /** The instant that it waited for may have come. */
  record TimerDue() implements Input {}

  /** The person did something. */
  record ActivitySeen(String event, long revision, Instant occurredAt) implements Input {}

  /** The person entered or left a segment. */
  record SegmentMoved(String segment, Movement movement, long revision, Instant effectiveAt)
      implements Input {}

  /**
   * The run's profile was merged into this one.
   *
   * @param occupied whether this one has an active run of the same journey and key
   */
  record Merged(boolean occupied) implements Input {}
}
