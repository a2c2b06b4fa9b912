package dev.perennial.gateway.ingest.messaging;

import com.google.protobuf.Timestamp;
import dev.perennial.contracts.Shards;
import dev.perennial.contracts.Topics;
import dev.perennial.contracts.events.v1.AcceptedEvent;
import dev.perennial.contracts.events.v1.EventType;
import dev.perennial.contracts.events.v1.Source;
import dev.perennial.gateway.ingest.app.EventLog.Lane;
import dev.perennial.gateway.ingest.domain.Event;
import dev.perennial.gateway.ingest.domain.EventKind;
import dev.perennial.gateway.ingest.domain.ExternalId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Events as records: keyed by their subject, on the partition that is the key's shard. */
@ApplicationScoped
class EventRecords {

  private final Shards shards;

  EventRecords(@ConfigProperty(name = "perennial.shards") int shards) {
    this.shards = new Shards(shards);
  }

  List<ProducerRecord<String, byte[]>> of(
      String topic, String workspace, Lane lane, List<Event> events) {
    var records = new ArrayList<ProducerRecord<String, byte[]>>(events.size());
    for (Event event : events) {
      String key = Topics.subjectKey(workspace, event.subject());
      byte[] value = encode(workspace, lane, event).toByteArray();
      records.add(new ProducerRecord<>(topic, shards.of(key), key, value));
    }
    return records;
  }

  private static AcceptedEvent encode(String workspace, Lane lane, Event event) {
    var encoded =
        AcceptedEvent.newBuilder()
            .setWorkspace(workspace)
            .setMessageId(event.messageId())
            .setType(type(event.kind()))
            .setUserId(event.userId())
            .setAnonymousId(event.anonymousId())
            .setName(event.name())
            .setPreviousId(event.previousId())
            .setGroupId(event.groupId())
            .setOccurredAt(timestamp(event.occurredAt()))
            .setReceivedAt(timestamp(event.receivedAt()))
            .setProperties(event.properties())
            .setContext(event.context())
            .setSource(lane == Lane.IMPORT ? Source.IMPORT : Source.API);
    for (ExternalId id : event.externalIds()) {
      encoded.addExternalIdsBuilder().setType(id.type()).setId(id.id());
    }
    return encoded.build();
  }

  private static EventType type(EventKind kind) {
    return switch (kind) {
      case TRACK -> EventType.TRACK;
      case IDENTIFY -> EventType.IDENTIFY;
      case PAGE -> EventType.PAGE;
      case SCREEN -> EventType.SCREEN;
      case GROUP -> EventType.GROUP;
      case ALIAS -> EventType.ALIAS;
    };
  }

  private static Timestamp timestamp(Instant at) {
    return Timestamp.newBuilder().setSeconds(at.getEpochSecond()).setNanos(at.getNano()).build();
  }
}
