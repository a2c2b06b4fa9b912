package dev.perennial.profile.domain;

import java.time.Instant;

/**
 * Where a page of events ends.
 *
 * @param revision tells apart events of the same instant
 */
public record HistoryPosition(Instant occurredAt, long revision) {}
