package dev.perennial.segment.app;

import dev.perennial.segment.domain.SegmentDefinition;

/**
 * A segment as callers see it.
 *
 * @param live whether every profile's history has been looked at
 * @param size members now
 */
public record SegmentStatus(SegmentDefinition definition, boolean live, long size) {}
