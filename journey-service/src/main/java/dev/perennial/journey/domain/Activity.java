package dev.perennial.journey.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * The next step of a profile's stream. Activity only ever ends runs, so what is told once more
 * under a profile that absorbed another needs no mark: a purchase after the start ends the run,
 * whoever the person was when they made it.
 */
public record Activity(ProfileId profile, long revision, Instant occurredAt, Happening happening) {

  /** What journeys look at. */
  public sealed interface Happening {

    record Event(String name) implements Happening {}

    /** Merged into another profile; nothing follows. */
    record Retired(UUID canonical) implements Happening {}

    /** Nothing follows. */
    record Erased() implements Happening {}

    record Other() implements Happening {}
  }
}
