package dev.perennial.segment.domain;

import java.time.Instant;
import java.util.Map;

/**
 * A profile as this service keeps it.
 *
 * @param generation the features and memberships of all segments up to this generation are complete
 * @param removed whether it was retired or erased; what is left only says that its history is over
 * @param memberships by segment
 * @param next when to look again if nothing happens before; {@link Answer#FOR_EVER} for never
 */
public record Profile(
    ProfileKey key,
    long generation,
    boolean removed,
    Known known,
    Map<String, Membership> memberships,
    Instant next) {

  public Profile {
    memberships = Map.copyOf(memberships);
  }

  /** A profile with an empty history, which is complete for whatever segments there are. */
  public static Profile fresh(ProfileKey key, long revision, long generation) {
    return new Profile(
        key, generation, false, Known.nothingAt(revision), Map.of(), Answer.FOR_EVER);
  }

  /** What is left of a profile that was retired or erased. */
  public Profile ended(long revision) {
    return new Profile(key, generation, true, Known.nothingAt(revision), Map.of(), Answer.FOR_EVER);
  }

  public Profile with(Known nowKnown) {
    return new Profile(key, generation, removed, nowKnown, memberships, next);
  }

  public Profile at(long laterGeneration) {
    return new Profile(key, laterGeneration, removed, known, memberships, next);
  }

  public Profile with(Map<String, Membership> newMemberships, Instant newNext) {
    return new Profile(key, generation, removed, known, newMemberships, newNext);
  }
}
