package dev.perennial.recommendation.serving.domain;

import java.time.Instant;

/**
 * A placement as it is edited.
 *
 * @param version 1 at first, one more with each change, also when it comes back after it was
 *     deleted
 * @param definition its rules and variants, in JSON
 */
public record PlacementDefinition(
    String workspace, String key, String name, int version, String definition, Instant changedAt) {}
