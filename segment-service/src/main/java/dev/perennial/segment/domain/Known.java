package dev.perennial.segment.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What is known of a profile.
 *
 * @param revision the last activity that was followed
 * @param facts those that are not empty
 * @param ahead facts that came from history as of a later revision than followed yet: activities up
 *     to that one are in them already
 */
public record Known(long revision, Map<Feature, Fact> facts, Map<Feature, Long> ahead) {

  public Known {
    facts = Map.copyOf(facts);
    ahead = Map.copyOf(ahead);
  }

  public static Known nothingAt(long revision) {
    return new Known(revision, Map.of(), Map.of());
  }

  public Fact fact(Feature feature) {
    return facts.getOrDefault(feature, feature.nothing());
  }

  /**
   * Whether these are all as of the same revision, so that a condition may look at them together.
   */
  public boolean settled(Collection<Feature> features) {
    return features.stream().allMatch(feature -> asOf(feature) <= revision);
  }

  /** Whether the last activity was the one that settled them. */
  public boolean justSettled(Collection<Feature> features) {
    return features.stream().anyMatch(feature -> asOf(feature) == revision);
  }

  /** After the next activity. */
  public Known after(Activity activity, Set<Feature> features) {
    Map<Feature, Fact> changed = Map.of();
    for (var feature : features) {
      var before = fact(feature);
      var after = feature.after(before, activity.occurredAt(), activity.change());
      if (after != before && asOf(feature) < activity.revision()) {
        changed = changed.isEmpty() ? new HashMap<>(facts) : changed;
        changed.put(feature, after);
      }
    }
    return new Known(activity.revision(), changed.isEmpty() ? facts : changed, ahead);
  }

  /** With facts taken from history as of a revision that is not before this one. */
  public Known filled(Map<Feature, Fact> history, long asOf) {
    var filled = new HashMap<>(facts);
    filled.putAll(history);
    var later = new HashMap<>(ahead);
    history.keySet().forEach(feature -> later.put(feature, asOf));
    return new Known(revision, filled, later);
  }

  /** Without what no answer from now on depends on. */
  public Known pruned(Set<Feature> needed, Instant now) {
    var kept = new HashMap<Feature, Fact>();
    for (var feature : needed) {
      var fact = pruned(feature, now);
      if (!fact.equals(feature.nothing())) {
        kept.put(feature, fact);
      }
    }
    var later = new HashMap<>(ahead);
    later.entrySet().removeIf(e -> e.getValue() <= revision || !needed.contains(e.getKey()));
    return new Known(revision, kept, later);
  }

  private Fact pruned(Feature feature, Instant now) {
    return feature instanceof Feature.Events events
            && fact(feature) instanceof Fact.Occurrences occurrences
        ? occurrences.pruned(events.window().orElseThrow(), now)
        : fact(feature);
  }

  private long asOf(Feature feature) {
    return ahead.getOrDefault(feature, 0L);
  }
}
