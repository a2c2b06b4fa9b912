package dev.perennial.exactlyonce;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A stateful consumer. A service declares one as a CDI bean; it starts and stops with the service.
 *
 * @param name its name in {@code consumer_position}, metrics and, with the service's group prefix,
 *     in Kafka
 * @param topics co-partitioned: the same partition of each has the same owner; shards are the
 *     partitions of the first
 * @param work what the owner of a shard does between units
 */
public record ConsumerDefinition(
    String name, List<String> topics, UnitProcessor<?> processor, List<ShardWork<?>> work) {

  public ConsumerDefinition {
    requireNonNull(name, "name");
    requireNonNull(processor, "processor");
    topics = List.copyOf(topics);
    work = List.copyOf(work);
    if (topics.isEmpty()) {
      throw new IllegalArgumentException("a consumer needs at least one topic");
    }
  }
}
