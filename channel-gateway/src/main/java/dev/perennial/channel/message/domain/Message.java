package dev.perennial.channel.message.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A message as it stands.
 *
 * @param reason why it stands where it stands; empty when sent
 */
public record Message(Request request, Status status, String reason, Optional<Instant> sentAt) {

  public Message {
    requireNonNull(request, "request");
    requireNonNull(status, "status");
    requireNonNull(reason, "reason");
    requireNonNull(sentAt, "sentAt");
  }
}
