package dev.perennial.journey.domain;

/** A journey, whichever its version. */
public record JourneyId(String workspace, String key) {}
