package dev.perennial.gateway.catalog.api;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.perennial.contracts.Topics;
import dev.perennial.contracts.catalog.v1.ProductTold;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What the topic holds of a workspace, read from its beginning to its present end. */
final class ProductsTold {

  private ProductsTold() {}

  static List<ProductTold> of(String kafka, String workspace) {
    var told = new ArrayList<ProductTold>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(Topics.CATALOG_UPDATES).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        for (var record : consumer.poll(Duration.ofMillis(100))) {
          told.add(ProductTold.parseFrom(record.value()));
        }
      }
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
    return told.stream().filter(one -> one.getWorkspace().equals(workspace)).toList();
  }
}
