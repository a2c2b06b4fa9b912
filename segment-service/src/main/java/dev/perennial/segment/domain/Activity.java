package dev.perennial.segment.domain;

import java.time.Instant;

/**
 * One step of a profile's ordered stream.
 *
 * @param occurredAt when it happened, in whole microseconds
 * @param replay whether it is history told again
 */
public record Activity(long revision, Instant occurredAt, boolean replay, Change change) {}
