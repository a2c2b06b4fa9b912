package dev.perennial.journey.domain;

import java.time.Instant;

/**
 * A journey as people edit it.
 *
 * @param draft its definition in JSON
 * @param version the newest published version; 0 while there is none
 */
public record JourneySheet(
    JourneyId id, String name, String draft, Stage stage, int version, Instant changedAt) {

  /** Whether it runs. */
  public enum Stage {
    DRAFT,
    PUBLISHED,
    PAUSED
  }
}
