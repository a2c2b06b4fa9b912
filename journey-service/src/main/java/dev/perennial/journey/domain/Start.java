package dev.perennial.journey.domain;

import static java.util.Objects.requireNonNull;

/** What starts a run. */
public sealed interface Start {

  Reentry reentry();

  /**
   * Crossing the border of a segment.
   *
   * @param existing whether those who are members when the journey is published, or become members
   *     because the segment itself is new or changed, start too
   */
  record OnSegment(String segment, Movement movement, boolean existing, Reentry reentry)
      implements Start {

    public OnSegment {
      requireNonNull(segment, "segment");
      requireNonNull(movement, "movement");
      requireNonNull(reentry, "reentry");
    }

    boolean startedBy(Transition transition) {
      return transition.segment().equals(segment)
          && transition.movement() == movement
          && switch (transition.cause()) {
            case HAPPENED -> true;
            case BACKFILL, EXISTING -> existing;
            case REMOVAL -> false;
          };
    }
  }
}
