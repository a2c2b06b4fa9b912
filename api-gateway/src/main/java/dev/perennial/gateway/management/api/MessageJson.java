package dev.perennial.gateway.management.api;

import dev.perennial.contracts.channel.v1.Message;
import dev.perennial.contracts.channel.v1.MessageStats;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Messages in JSON. */
final class MessageJson {

  record View(
      String id,
      String profileId,
      String channel,
      String template,
      @Nullable String journey,
      @Nullable String node,
      String status,
      @Nullable String reason,
      @Nullable Instant requestedAt,
      @Nullable Instant sentAt) {

    static View of(Message message) {
      return new View(
          message.getMessageId(),
          message.getProfileId(),
          message.getChannel(),
          message.getTemplate(),
          Json.textOrNull(message.getJourney()),
          Json.textOrNull(message.getNode()),
          message.getStatus().name(),
          Json.textOrNull(message.getReason()),
          Json.instant(message.hasRequestedAt(), message.getRequestedAt()),
          Json.instant(message.hasSentAt(), message.getSentAt()));
    }
  }

  record Stats(long queued, long sending, long sent, long refused, long failed, long unknown) {

    static Stats of(MessageStats stats) {
      return new Stats(
          stats.getQueued(),
          stats.getSending(),
          stats.getSent(),
          stats.getRefused(),
          stats.getFailed(),
          stats.getUnknown());
    }
  }

  private MessageJson() {}
}
