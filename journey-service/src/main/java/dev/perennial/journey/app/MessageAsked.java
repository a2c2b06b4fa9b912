package dev.perennial.journey.app;

import dev.perennial.journey.domain.Command;
import dev.perennial.journey.domain.Run;
import java.time.Instant;

/**
 * A message that a run asked for.
 *
 * @param revision the person's last revision that was known
 */
public record MessageAsked(
    Run run, Command.SendMessage command, long revision, Instant requestedAt) {}
