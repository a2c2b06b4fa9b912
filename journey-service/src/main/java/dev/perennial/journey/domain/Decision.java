package dev.perennial.journey.domain;

import java.time.Instant;
import java.util.UUID;

/** What was decided about a run and why, as it was kept. */
public record Decision(UUID runId, Instant decidedAt, String node, String reason) {}
