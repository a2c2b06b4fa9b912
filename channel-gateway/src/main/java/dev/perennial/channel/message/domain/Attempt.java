package dev.perennial.channel.message.domain;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** A claim and what came of it. */
public record Attempt(Claim claim, Result result) {

  public Attempt {
    requireNonNull(claim, "claim");
    requireNonNull(result, "result");
  }

  /** How long the message rests if it is tried again. */
  public Duration rest() {
    return Backoff.retry(claim.attempts());
  }
}
