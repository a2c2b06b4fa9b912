package dev.perennial.channel.account.domain;

import static java.util.Objects.requireNonNull;

/** A workspace has one account a channel. */
public record AccountKey(String workspace, String channel) {

  public AccountKey {
    requireNonNull(workspace, "workspace");
    requireNonNull(channel, "channel");
  }
}
