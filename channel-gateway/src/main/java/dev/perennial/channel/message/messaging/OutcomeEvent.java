package dev.perennial.channel.message.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perennial.channel.Instants;
import dev.perennial.channel.contact.domain.Identifier;
import dev.perennial.channel.message.app.TellOutcomes.Outcome;
import dev.perennial.channel.message.domain.Message;
import dev.perennial.channel.message.domain.Status;
import dev.perennial.contracts.Topics;
import dev.perennial.contracts.events.v1.AcceptedEvent;
import dev.perennial.contracts.events.v1.EventType;
import dev.perennial.contracts.events.v1.ExternalId;
import dev.perennial.contracts.events.v1.Source;
import dev.perennial.exactlyonce.Outgoing;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** What became of a message, as an event that anyone else could have sent. */
final class OutcomeEvent {

  private static final ObjectMapper JSON = new ObjectMapper();

  private OutcomeEvent() {}

  static Outgoing of(Outcome outcome, Instant now) {
    var message = outcome.message();
    var request = message.request();
    var sent = message.status() == Status.SENT;
    var event =
        AcceptedEvent.newBuilder()
            .setWorkspace(request.key().workspace())
            // Derived, so that it counts once however often it is told.
            .setMessageId(request.key().messageId() + (sent ? ":sent" : ":bounced"))
            .setType(EventType.TRACK)
            .setName(sent ? "Email Sent" : "Email Bounced")
            .setOccurredAt(Instants.encode(message.sentAt().orElse(now)))
            .setReceivedAt(Instants.encode(now))
            .setProperties(properties(message))
            .setSource(Source.OUTCOME)
            .setHops(request.hops() + 1);
    address(event, outcome.about());
    return new Outgoing(
        new TopicPartition(Topics.MESSAGE_REQUESTS, outcome.shard()),
        Topics.EVENTS_ACCEPTED,
        Topics.subjectKey(request.key().workspace(), outcome.about().value()),
        event.build().toByteArray());
  }

  private static void address(AcceptedEvent.Builder event, Identifier about) {
    switch (about.type()) {
      case "user_id" -> event.setUserId(about.value());
      case "anonymous_id" -> event.setAnonymousId(about.value());
      default ->
          event.addExternalIds(ExternalId.newBuilder().setType(about.type()).setId(about.value()));
    }
  }

  private static String properties(Message message) {
    var request = message.request();
    var properties = new TreeMap<String, String>();
    properties.put("message_id", request.key().messageId().toString());
    properties.put("channel", request.wanted().channel());
    properties.put("topic", request.wanted().topic());
    properties.put("template", request.template());
    properties.put("journey", request.cause().journey());
    properties.put("node", request.cause().node());
    properties.put("reason", message.reason());
    properties.values().removeIf(String::isEmpty);
    try {
      return JSON.writeValueAsString(properties);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
