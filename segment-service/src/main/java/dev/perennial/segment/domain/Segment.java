package dev.perennial.segment.domain;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Set;

/**
 * A segment as it is evaluated.
 *
 * @param version one more with each change of the condition
 * @param generation of the definitions that brought this condition; see {@link Definitions}
 * @param features what its condition looks at
 */
public record Segment(
    String key, int version, long generation, Condition condition, Set<Feature> features) {

  public static Segment of(String key, int version, long generation, Condition condition) {
    var features = condition.features().collect(toUnmodifiableSet());
    return new Segment(key, version, generation, condition, features);
  }

  /** Those of its features that are traits. */
  Set<Feature> traits() {
    return features.stream().filter(Feature.Trait.class::isInstance).collect(toUnmodifiableSet());
  }
}
