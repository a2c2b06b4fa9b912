package dev.perennial.channel.message.domain;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Which message. */
public record MessageKey(String workspace, UUID messageId) {

  public MessageKey {
    requireNonNull(workspace, "workspace");
    requireNonNull(messageId, "messageId");
  }
}
