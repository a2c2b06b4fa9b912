package dev.perennial.journey.domain;

import java.util.List;
import java.util.Map;

/**
 * The journeys of a workspace.
 *
 * @param published the newest version of each, those that are paused among them
 * @param versions every version that a run may stand on
 */
public record Catalogue(List<PublishedJourney> published, Map<Version, Journey> versions) {

  /** One version of a journey. */
  public record Version(String journey, int version) {}

  public Catalogue {
    published = List.copyOf(published);
    versions = Map.copyOf(versions);
  }

  /** The version that the run is on. */
  public Journey of(Run run) {
    Journey journey = versions.get(new Version(run.journey(), run.version()));
    if (journey == null) {
      throw new IllegalStateException("no version " + run.version() + " of " + run.journey());
    }
    return journey;
  }

  boolean watches(ExitRule rule) {
    return versions.values().stream().anyMatch(journey -> journey.exits().contains(rule));
  }

  /** Whether the transition can start or end anything. */
  boolean concerns(Transition transition) {
    return published.stream().anyMatch(journey -> starts(journey, transition))
        || watches(new ExitRule.OnSegment(transition.segment(), transition.movement()));
  }

  static boolean starts(PublishedJourney journey, Transition transition) {
    return !journey.paused()
        && transition.journey().map(journey.key()::equals).orElse(true)
        && switch (journey.definition().start()) {
          case Start.OnSegment start -> start.startedBy(transition);
        };
  }
}
