package dev.perennial.channel.message.app;

import dev.perennial.channel.account.app.OpenAccount;
import java.util.UUID;

/**
 * A message ready for a provider.
 *
 * @param messageId goes along, so that a provider or a reader can tell a second copy
 */
public record Mail(UUID messageId, OpenAccount account, String to, String subject, String html) {

  /** Without what is personal, as records end up in logs. */
  @Override
  public String toString() {
    return "Mail[" + messageId + "]";
  }
}
