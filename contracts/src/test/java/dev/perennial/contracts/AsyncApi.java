package dev.perennial.contracts;

import static java.util.stream.Collectors.joining;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.perennial.contracts.catalog.v1.ProductChanged;
import dev.perennial.contracts.catalog.v1.ProductTold;
import dev.perennial.contracts.channel.v1.MessageRequest;
import dev.perennial.contracts.deadletter.v1.DeadRecord;
import dev.perennial.contracts.events.v1.AcceptedEvent;
import dev.perennial.contracts.profile.v1.ProfileActivity;
import dev.perennial.contracts.segment.v1.SegmentTransition;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Stream;

/**
 * The topics and their payloads as an AsyncAPI 3 document, made from {@link Topics} and the
 * descriptors.
 */
final class AsyncApi {

  private record Topic(String name, Message payload, String key) {}

  private static final String SUBJECT = "workspace and userId, else anonymousId, joined by a colon";
  private static final String PRODUCT = "workspace and product id, joined by a colon";
  private static final String PROFILE = "the profile's id";

  private static final List<Topic> TOPICS =
      List.of(
          new Topic(Topics.EVENTS_ACCEPTED, AcceptedEvent.getDefaultInstance(), SUBJECT),
          new Topic(Topics.EVENTS_IMPORTED, AcceptedEvent.getDefaultInstance(), SUBJECT),
          new Topic(Topics.PROFILE_ACTIVITY, ProfileActivity.getDefaultInstance(), PROFILE),
          new Topic(Topics.SEGMENT_TRANSITIONS, SegmentTransition.getDefaultInstance(), PROFILE),
          new Topic(Topics.MESSAGE_REQUESTS, MessageRequest.getDefaultInstance(), PROFILE),
          new Topic(Topics.CATALOG_UPDATES, ProductTold.getDefaultInstance(), PRODUCT),
          new Topic(Topics.CATALOG_CHANGES, ProductChanged.getDefaultInstance(), PRODUCT));

  private AsyncApi() {}

  static String document() {
    var topics = Stream.concat(TOPICS.stream(), TOPICS.stream().map(AsyncApi::dead)).toList();
    var schemas = new LinkedHashSet<Descriptor>();
    topics.forEach(topic -> collect(topic.payload().getDescriptorForType(), schemas));
    return """
    # Made from contracts/src/main/proto; mvn -pl contracts test -Dcontracts.lock=accept makes it again.
    asyncapi: 3.0.0
    info:
      title: Perennial
      version: 1.0.0
      description: >-
        The records between the services. They are protobuf; the schemas here are their JSON form. The partition of a
        record is the shard of its key.
    channels:
    %scomponents:
      schemas:
    %s\
    """
        .formatted(
            topics.stream().map(AsyncApi::channel).collect(joining()),
            schemas.stream().map(AsyncApi::schema).collect(joining()));
  }

  private static Topic dead(Topic topic) {
    return new Topic(
        topic.name() + Topics.DEAD_SUFFIX, DeadRecord.getDefaultInstance(), "the record's own");
  }

  private static String channel(Topic topic) {
    var payload = topic.payload().getDescriptorForType();
    return """
      %s:
        address: '%s'
        messages:
          %s:
            contentType: application/protobuf
            description: "Key: %s."
            payload:
              $ref: '#/components/schemas/%s'
    """
        .formatted(
            topic.name().replace('.', '-'),
            topic.name(),
            payload.getName(),
            topic.key(),
            payload.getName())
        .indent(0);
  }

  private static void collect(Descriptor message, SequencedSet<Descriptor> seen) {
    if (!message.getFile().getPackage().startsWith("perennial.") || !seen.add(message)) {
      return;
    }
    message.getFields().stream()
        .filter(field -> field.getJavaType() == FieldDescriptor.JavaType.MESSAGE)
        .forEach(field -> collect(field.getMessageType(), seen));
  }

  private static String schema(Descriptor message) {
    var properties = new LinkedHashMap<String, String>();
    message.getFields().forEach(field -> properties.put(field.getJsonName(), type(field)));
    var head = "    %s:%n      type: object%n".formatted(message.getName());
    return properties.isEmpty()
        ? head
        : head
            + "      properties:\n"
            + properties.entrySet().stream().map(AsyncApi::property).collect(joining());
  }

  private static String property(Map.Entry<String, String> property) {
    return "        %s: %s%n".formatted(property.getKey(), property.getValue());
  }

  private static String type(FieldDescriptor field) {
    if (field.isMapField()) {
      return "{type: object}";
    }
    var type =
        switch (field.getJavaType()) {
          case INT -> "{type: integer}";
          case LONG -> "{type: string, format: int64}";
          case FLOAT, DOUBLE -> "{type: number}";
          case BOOLEAN -> "{type: boolean}";
          case STRING -> "{type: string}";
          case BYTE_STRING -> "{type: string, format: base64}";
          case ENUM ->
              "{type: string, enum: [%s]}"
                  .formatted(
                      field.getEnumType().getValues().stream()
                          .map(v -> v.getName())
                          .collect(joining(", ")));
          case MESSAGE -> message(field.getMessageType());
        };
    return field.isRepeated() ? "{type: array, items: %s}".formatted(type) : type;
  }

  private static String message(Descriptor message) {
    return message.getFullName().equals("google.protobuf.Timestamp")
        ? "{type: string, format: date-time}"
        : "{$ref: '#/components/schemas/%s'}".formatted(message.getName());
  }
}
