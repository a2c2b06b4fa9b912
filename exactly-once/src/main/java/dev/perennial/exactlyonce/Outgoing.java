package dev.perennial.exactlyonce;

import static java.util.Objects.requireNonNull;

import com.google.protobuf.MessageLite;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * A record to publish once the unit that made it is committed. Its partition is the shard of its
 * key.
 *
 * @param source the partition whose record, or whose shard's work, caused it; it is published in
 *     order with what else that partition caused
 */
public record Outgoing(TopicPartition source, String topic, String key, byte[] value) {

  public Outgoing {
    requireNonNull(source, "source");
    requireNonNull(topic, "topic");
    requireNonNull(key, "key");
    requireNonNull(value, "value");
  }

  public static Outgoing of(
      ConsumerRecord<?, ?> cause, String topic, String key, MessageLite value) {
    var source = new TopicPartition(cause.topic(), cause.partition());
    return new Outgoing(source, topic, key, value.toByteArray());
  }
}
