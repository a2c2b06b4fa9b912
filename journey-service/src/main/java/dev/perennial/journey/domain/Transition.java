package dev.perennial.journey.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * A profile entered or left a segment.
 *
 * @param revision the profile's revision that it was evaluated at
 * @param journey the one journey that it may start; empty when any
 */
public record Transition(
    ProfileId profile,
    String segment,
    Movement movement,
    Cause cause,
    Instant effectiveAt,
    long revision,
    Optional<String> journey) {

  /** Why it came. */
  public enum Cause {
    /** The profile did something, or time passed. */
    HAPPENED,
    /** The segment is new or was changed. */
    BACKFILL,
    /** The profile was a member already when a journey was published. */
    EXISTING,
    /** The segment was deleted or the profile is gone. */
    REMOVAL
  }

  Input.SegmentMoved input() {
    return new Input.SegmentMoved(segment, movement, revision, effectiveAt);
  }

  String reason() {
    String moved = movement.word() + " segment " + segment;
    return switch (cause) {
      case HAPPENED, REMOVAL -> moved;
      case BACKFILL -> moved + " when the segment was worked out";
      case EXISTING -> "was in segment " + segment + " when the journey was published";
    };
  }
}
