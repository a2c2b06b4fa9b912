package dev.perennial.journey.domain;

/**
 * A journey's newest published version.
 *
 * @param paused whether runs neither start nor step for now
 */
public record PublishedJourney(String key, int version, boolean paused, Journey definition) {}
