package dev.perennial.journey.domain;

import java.time.Instant;

/**
 * The last time that a profile did what is an exit of a journey. Activity and transitions come on
 * two streams: a purchase may be seen before the entry that it should end is told.
 */
public record Sighting(ExitRule what, long revision, Instant at) {

  /** The same, told to a run. */
  public Input input() {
    return switch (what) {
      case ExitRule.OnEvent event -> new Input.ActivitySeen(event.event(), revision, at);
      case ExitRule.OnSegment move ->
          new Input.SegmentMoved(move.segment(), move.movement(), revision, at);
    };
  }
}
