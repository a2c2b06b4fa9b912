package dev.perennial.segment.domain;

import java.time.Instant;

/**
 * A segment as people define it.
 *
 * @param version one more with each change of the condition
 * @param generation of all definitions that brought this condition; see {@link Definitions}
 * @param condition in JSON
 */
public record SegmentDefinition(
    String workspace,
    String key,
    String name,
    int version,
    long generation,
    String condition,
    Instant changedAt) {}
