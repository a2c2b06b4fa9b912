package dev.perennial.channel.message.messaging;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.perennial.channel.Instants;
import dev.perennial.channel.contact.domain.ContactKey;
import dev.perennial.channel.contact.domain.Subscription;
import dev.perennial.channel.message.domain.MessageKey;
import dev.perennial.channel.message.domain.Request;
import dev.perennial.contracts.channel.v1.MessageRequest;
import dev.perennial.exactlyonce.PoisonException;
import java.time.Duration;
import java.util.UUID;

/**
 * Decodes requests.
 *
 * @param defaultTtl how long one without an expiry is worth sending
 */
record RequestDecoder(Duration defaultTtl) {

  Request decode(byte[] value) {
    var request = parse(value);
    var requestedAt = Instants.decode(request.getRequestedAt());
    return new Request(
        new MessageKey(request.getWorkspace(), uuid(request.getMessageId(), "message_id")),
        new ContactKey(request.getWorkspace(), uuid(request.getProfileId(), "profile_id")),
        request.getRevision(),
        new Subscription(request.getChannel(), request.getTopic()),
        request.getTemplate(),
        requestedAt,
        request.hasExpiresAt()
            ? Instants.decode(request.getExpiresAt())
            : requestedAt.plus(defaultTtl),
        new Request.Cause(
            request.getJourney(),
            request.getJourneyVersion(),
            request.getRunId(),
            request.getNode()),
        request.getVariables(),
        request.getHops());
  }

  private static MessageRequest parse(byte[] value) {
    try {
      return MessageRequest.parseFrom(value);
    } catch (InvalidProtocolBufferException e) {
      throw new PoisonException("not a message request", e);
    }
  }

  private static UUID uuid(String text, String field) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new PoisonException(field + " is not a UUID");
    }
  }
}
