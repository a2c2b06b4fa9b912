package dev.perennial.gateway.ingest.api;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.perennial.contracts.Topics;
import dev.perennial.contracts.events.v1.AcceptedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what lies in Kafka now: an answer of 200 says that it is there, so nothing is awaited. */
final class AcceptedEvents {

  record Kept(String key, int partition, AcceptedEvent event) {}

  private AcceptedEvents() {}

  static List<AcceptedEvent> of(String bootstrap, String workspace) {
    return kept(bootstrap, Topics.EVENTS_ACCEPTED, workspace).stream().map(Kept::event).toList();
  }

  /** In the order of their partitions. */
  static List<Kept> kept(String bootstrap, String topic, String workspace) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      var kept = new ArrayList<Kept>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          AcceptedEvent event = AcceptedEvent.parseFrom(record.value());
          if (event.getWorkspace().equals(workspace)) {
            kept.add(new Kept(record.key(), record.partition(), event));
          }
        }
      }
      return kept;
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("a record is no AcceptedEvent", e);
    }
  }
}
