package dev.perennial.segment.domain;

import java.time.Instant;

/**
 * A profile entered or left a segment.
 *
 * @param effectiveAt when it became true, which for a late event is before it was recorded
 * @param validUntil of an entry; {@link Answer#FOR_EVER} when it does not end by itself
 */
public record Transition(
    ProfileKey profile,
    String segment,
    int version,
    Kind kind,
    Cause cause,
    Instant effectiveAt,
    Instant recordedAt,
    long revision,
    Instant validUntil) {

  /** Which way. */
  public enum Kind {
    ENTERED,
    LEFT
  }

  /** Why. */
  public enum Cause {
    ACTIVITY,
    TIMER,
    BACKFILL,
    REMOVAL
  }
}
