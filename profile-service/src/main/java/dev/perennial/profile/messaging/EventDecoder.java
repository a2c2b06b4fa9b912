package dev.perennial.profile.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import dev.perennial.contracts.events.v1.AcceptedEvent;
import dev.perennial.exactlyonce.PoisonException;
import dev.perennial.profile.domain.CommerceReader;
import dev.perennial.profile.domain.Consent;
import dev.perennial.profile.domain.CustomerEvent;
import dev.perennial.profile.domain.CustomerEvent.Content;
import dev.perennial.profile.domain.CustomerEvent.Deed;
import dev.perennial.profile.domain.CustomerEvent.Happened;
import dev.perennial.profile.domain.CustomerEvent.Linked;
import dev.perennial.profile.domain.CustomerEvent.Source;
import dev.perennial.profile.domain.CustomerEvent.Told;
import dev.perennial.profile.domain.Identifier;
import dev.perennial.profile.domain.Trait;
import dev.perennial.profile.domain.Traits;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads accepted events; what makes no sense as one is poison. Causes are left out, as parsers
 * quote what they choke on.
 */
final class EventDecoder {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final TypeReference<Map<String, @Nullable Object>> OBJECT =
      new TypeReference<>() {};

  private EventDecoder() {}

  static CustomerEvent decode(byte[] value) {
    var event = parse(value);
    if (!event.hasOccurredAt() || !event.hasReceivedAt()) {
      throw new PoisonException("occurred_at or received_at is missing");
    }
    var occurredAt = instant(event.getOccurredAt());
    var content = content(event, occurredAt);
    return new CustomerEvent(
        required("workspace", event.getWorkspace()),
        required("message_id", event.getMessageId()),
        identifiers(event, content),
        occurredAt,
        instant(event.getReceivedAt()),
        switch (event.getSource()) {
          case IMPORT -> Source.IMPORT;
          case OUTCOME -> Source.OUTCOME;
          default -> Source.API;
        },
        event.getHops(),
        content);
  }

  private static Content content(AcceptedEvent event, Instant occurredAt) {
    return switch (event.getType()) {
      case TRACK -> happened(Deed.TRACK, event, occurredAt);
      case PAGE -> happened(Deed.PAGE, event, occurredAt);
      case SCREEN -> happened(Deed.SCREEN, event, occurredAt);
      case GROUP -> happened(Deed.GROUP, event, occurredAt);
      case IDENTIFY -> new Told(traits(event, occurredAt));
      case ALIAS -> new Linked();
      case EVENT_TYPE_UNSPECIFIED, UNRECOGNIZED -> throw new PoisonException("type is unknown");
    };
  }

  private static Happened happened(Deed deed, AcceptedEvent event, Instant occurredAt) {
    var name = event.getName();
    var properties = event.getProperties().isEmpty() ? "{}" : event.getProperties();
    if (deed != Deed.TRACK) {
      return new Happened(deed, name, properties, null, null);
    }
    return switch (name) {
      case "Subscribed", "Unsubscribed" -> {
        var subscribed = name.equals("Subscribed");
        yield new Happened(
            deed, name, properties, null, consent(object(properties), subscribed, occurredAt));
      }
      default ->
          new Happened(
              deed,
              name,
              properties,
              CommerceReader.reads(name) ? CommerceReader.read(name, object(properties)) : null,
              null);
    };
  }

  private static Consent consent(
      Map<String, @Nullable Object> properties, boolean subscribed, Instant occurredAt) {
    var subject =
        new Consent.Subject(
            text(properties, "channel", "email"), text(properties, "topic", Consent.ANY));
    return new Consent(subject, subscribed, occurredAt, text(properties, "source", "event"));
  }

  private static Traits traits(AcceptedEvent event, Instant occurredAt) {
    if (event.getProperties().isEmpty()) {
      return Traits.NONE;
    }
    try {
      var traits = new HashMap<String, Trait>();
      for (var trait : JSON.readTree(event.getProperties()).properties()) {
        var json = trait.getValue().isNull() ? null : trait.getValue().toString();
        traits.put(trait.getKey(), new Trait(json, occurredAt));
      }
      return new Traits(traits);
    } catch (JsonProcessingException _) {
      throw new PoisonException("properties is not a JSON object");
    }
  }

  /** The most telling first; an e-mail address among the traits is an identifier, too. */
  private static List<Identifier> identifiers(AcceptedEvent event, Content content) {
    var identifiers = new LinkedHashSet<Identifier>();
    var workspace = event.getWorkspace();
    add(identifiers, workspace, Identifier.USER_ID, event.getUserId());
    if (content instanceof Told(var traits)) {
      add(identifiers, workspace, Identifier.EMAIL, email(traits));
    }
    for (var external : event.getExternalIdsList()) {
      add(identifiers, workspace, external.getType(), external.getId());
    }
    add(identifiers, workspace, Identifier.ANONYMOUS_ID, event.getAnonymousId());
    if (content instanceof Linked) {
      add(identifiers, workspace, Identifier.ANONYMOUS_ID, event.getPreviousId());
    }
    if (identifiers.isEmpty()) {
      throw new PoisonException("it has no identifier");
    }
    return List.copyOf(identifiers);
  }

  private static void add(
      Set<Identifier> identifiers, String workspace, String type, String value) {
    if (!type.isEmpty() && !value.isEmpty()) {
      identifiers.add(new Identifier(workspace, type, value));
    }
  }

  private static String email(Traits traits) {
    var trait = traits.byName().get("email");
    if (trait == null || trait.json() == null) {
      return "";
    }
    try {
      var email = JSON.readTree(trait.json());
      return email.isTextual() && email.textValue().contains("@") ? email.textValue() : "";
    } catch (JsonProcessingException _) {
      throw new PoisonException("the trait email is no JSON");
    }
  }

  private static Map<String, @Nullable Object> object(String json) {
    try {
      return JSON.readValue(json, OBJECT);
    } catch (JsonProcessingException _) {
      throw new PoisonException("properties is not a JSON object");
    }
  }

  private static String text(
      Map<String, @Nullable Object> properties, String name, String otherwise) {
    return properties.get(name) instanceof String text && !text.isBlank() ? text : otherwise;
  }

  private static AcceptedEvent parse(byte[] value) {
    try {
      return AcceptedEvent.parseFrom(value);
    } catch (InvalidProtocolBufferException _) {
      throw new PoisonException("it is no AcceptedEvent");
    }
  }

  private static String required(String field, String value) {
    if (value.isEmpty()) {
      throw new PoisonException(field + " is missing");
    }
    return value;
  }

  /** As precise as Postgres, so that what is told and what is kept are the same. */
  private static Instant instant(Timestamp timestamp) {
    return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos())
        .truncatedTo(ChronoUnit.MICROS);
  }
}
