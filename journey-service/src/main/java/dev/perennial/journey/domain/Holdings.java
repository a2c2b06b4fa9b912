package dev.perennial.journey.domain;

import java.util.List;

/**
 * What is kept of a profile.
 *
 * @param revision the last revision of its activity, this unit's included; 0 where no start is
 *     possible
 * @param closed whether it was merged into another or erased
 * @param runs those that are active, and the last one of each journey where a start is possible
 * @param waiting transitions that its activity has not reached, in order
 */
public record Holdings(
    ProfileId profile,
    long revision,
    boolean closed,
    List<Run> runs,
    List<Sighting> sightings,
    List<Transition> waiting) {

  public Holdings {
    runs = List.copyOf(runs);
    sightings = List.copyOf(sightings);
    waiting = List.copyOf(waiting);
  }
}
