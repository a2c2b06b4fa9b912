package dev.perennial.segment;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import dev.perennial.contracts.Shards;
import dev.perennial.contracts.Topics;
import dev.perennial.contracts.events.v1.EventType;
import dev.perennial.contracts.profile.v1.Commerce;
import dev.perennial.contracts.profile.v1.EventRecorded;
import dev.perennial.contracts.profile.v1.ProfileActivity;
import dev.perennial.contracts.profile.v1.TraitsChanged;
import dev.perennial.contracts.segment.v1.SegmentTransition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.core.ThrowingRunnable;

/** Both ends of the service in Kafka, for one workspace. */
final class Stream implements AutoCloseable {

  private static final Shards SHARDS = new Shards(16);

  final String workspace = "w-" + UUID.randomUUID();
  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> consumer;
  private final List<SegmentTransition> transitions = new ArrayList<>();

  Stream(String kafka) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka, "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    var partitions =
        IntStream.range(0, SHARDS.count())
            .mapToObj(shard -> new TopicPartition(Topics.SEGMENT_TRANSITIONS, shard))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  void publish(ProfileActivity activity) {
    var sent =
        producer.send(
            new ProducerRecord<>(
                Topics.PROFILE_ACTIVITY,
                SHARDS.of(activity.getProfileId()),
                activity.getProfileId(),
                activity.toByteArray()));
    producer.flush();
    assertTrue(sent.isDone());
  }

  /** What was told of this workspace so far. */
  List<SegmentTransition> transitions() {
    for (var record : consumer.poll(Duration.ofMillis(20))) {
      var transition = parsed(record.value());
      if (transition.getWorkspace().equals(workspace)) {
        transitions.add(transition);
      }
    }
    return List.copyOf(transitions);
  }

  ProfileActivity order(UUID profile, long revision, Instant at, long units) {
    return activity(profile, revision, at).setEventRecorded(event(units)).build();
  }

  ProfileActivity traits(UUID profile, long revision, String changed) {
    return activity(profile, revision, Instant.now())
        .setTraitsChanged(TraitsChanged.newBuilder().setChanged(changed))
        .build();
  }

  ProfileActivity.Builder activity(UUID profile, long revision, Instant at) {
    return ProfileActivity.newBuilder()
        .setWorkspace(workspace)
        .setProfileId(profile.toString())
        .setRevision(revision)
        .setOccurredAt(timestamp(at))
        .setRecordedAt(timestamp(Instant.now()));
  }

  static EventRecorded event(long units) {
    return EventRecorded.newBuilder()
        .setMessageId("m")
        .setType(EventType.TRACK)
        .setName("Order Completed")
        .setProperties("{}")
        .setCommerce(Commerce.newBuilder().setValueMicros(units * 1_000_000))
        .build();
  }

  static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }

  static Instant instant(Timestamp timestamp) {
    return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
  }

  static void eventually(ThrowingRunnable assertion) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(assertion);
  }

  private static SegmentTransition parsed(byte[] value) {
    try {
      return SegmentTransition.parseFrom(value);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    producer.close();
    consumer.close();
  }
}
