package dev.perennial.benchmarks;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.perennial.contracts.Topics;
import dev.perennial.contracts.profile.v1.ProfileActivity;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Watches the published activity from the moment it is made. */
final class ActivityCounter implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final KafkaConsumer<String, byte[]> consumer;
  private final String workspace;

  ActivityCounter(String bootstrapServers, String workspace) {
    this.workspace = workspace;
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
                65_536),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    var partitions =
        consumer.partitionsFor(Topics.PROFILE_ACTIVITY).stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
  }

  /** Returns when so many recorded events were published. */
  void awaitEvents(int count) throws TimeoutException, InvalidProtocolBufferException {
    int seen = 0;
    long lastAt = System.nanoTime();
    while (seen < count) {
      for (var record : consumer.poll(Duration.ofMillis(200))) {
        var activity = ProfileActivity.parseFrom(record.value());
        if (activity.hasEventRecorded() && activity.getWorkspace().equals(workspace)) {
          seen++;
          lastAt = System.nanoTime();
        }
      }
      if (System.nanoTime() - lastAt > PATIENCE.toNanos()) {
        throw new TimeoutException("Saw " + seen + " of " + count + " events published.");
      }
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
