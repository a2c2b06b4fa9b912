package dev.perennial.journey;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import dev.perennial.contracts.Shards;
import dev.perennial.contracts.Topics;
import dev.perennial.contracts.channel.v1.MessageRequest;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The neighbours of the service: what they publish, and what they get. */
@Singleton
class Topic {

  private static final Shards SHARDS = new Shards(16);

  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> consumer;
  private final List<MessageRequest> requests = new ArrayList<>();

  Topic(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers),
            new StringSerializer(),
            new ByteArraySerializer());
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    var partitions =
        IntStream.range(0, SHARDS.count())
            .mapToObj(shard -> new TopicPartition(Topics.MESSAGE_REQUESTS, shard))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  void publish(String topic, String key, MessageLite value) throws Exception {
    producer
        .send(new ProducerRecord<>(topic, SHARDS.of(key), key, value.toByteArray()))
        .get(10, SECONDS);
  }

  /** Those to a profile until now, in order. */
  synchronized List<MessageRequest> requestsTo(String profileId)
      throws InvalidProtocolBufferException {
    for (var consumed : consumer.poll(Duration.ofMillis(50))) {
      requests.add(MessageRequest.parseFrom(consumed.value()));
    }
    return requests.stream().filter(request -> request.getProfileId().equals(profileId)).toList();
  }

  @PreDestroy
  void close() {
    producer.close();
    consumer.close();
  }
}
