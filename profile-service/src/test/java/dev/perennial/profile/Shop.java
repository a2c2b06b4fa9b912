package dev.perennial.profile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.Timestamp;
import dev.perennial.contracts.Shards;
import dev.perennial.contracts.Topics;
import dev.perennial.contracts.events.v1.AcceptedEvent;
import dev.perennial.contracts.events.v1.EventType;
import dev.perennial.contracts.events.v1.Source;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A workspace of its own, and a gateway that sends its events. */
final class Shop implements AutoCloseable {

  static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

  private static final Shards SHARDS = new Shards(16);

  final String workspace = "shop-" + UUID.randomUUID();
  private final KafkaProducer<String, byte[]> producer;

  Shop(String kafka) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka, "linger.ms", 5),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  AcceptedEvent.Builder event(EventType type, String properties) {
    return AcceptedEvent.newBuilder()
        .setWorkspace(workspace)
        .setMessageId(UUID.randomUUID().toString())
        .setType(type)
        .setProperties(properties)
        .setSource(Source.API)
        .setOccurredAt(timestamp(NOON))
        .setReceivedAt(timestamp(Instant.now()));
  }

  AcceptedEvent.Builder track(String name, String properties) {
    return event(EventType.TRACK, properties).setName(name);
  }

  AcceptedEvent.Builder identify(String user, String traits) {
    return event(EventType.IDENTIFY, traits).setUserId(user);
  }

  void send(AcceptedEvent.Builder event) {
    send(Topics.EVENTS_ACCEPTED, event);
  }

  void send(String topic, AcceptedEvent.Builder event) {
    var identifier = event.getUserId().isEmpty() ? event.getAnonymousId() : event.getUserId();
    send(topic, Topics.subjectKey(workspace, identifier), event.build().toByteArray());
  }

  /** What no gateway would send. */
  void sendNonsense(String identifier) {
    var key = Topics.subjectKey(workspace, identifier);
    send(Topics.EVENTS_ACCEPTED, key, "no protobuf".getBytes(UTF_8));
  }

  static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }

  @Override
  public void close() {
    producer.close();
  }

  private void send(String topic, String key, byte[] value) {
    var _ = producer.send(new ProducerRecord<>(topic, SHARDS.of(key), key, value));
  }
}
