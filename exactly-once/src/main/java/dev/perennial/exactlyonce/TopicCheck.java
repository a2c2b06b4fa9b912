package dev.perennial.exactlyonce;

import dev.perennial.contracts.Shards;
import dev.perennial.contracts.Topics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;

/** Looks, before a worker starts, whether the topics are there and have a partition per shard. */
final class TopicCheck {

  private static final Duration BETWEEN = Duration.ofMillis(500);

  private TopicCheck() {}

  /**
   * Returns when all is right. A topic may still be on its way, and Kafka may be away: it waits.
   */
  static void await(
      Consumer<?, ?> consumer,
      ConsumerDefinition definition,
      Shards shards,
      WorkerStatus status,
      BooleanSupplier running) {
    var topics =
        definition.topics().stream()
            .flatMap(topic -> Stream.of(topic, topic + Topics.DEAD_SUFFIX))
            .toList();
    while (running.getAsBoolean() && !isRight(consumer, topics, shards, status)) {
      LockSupport.parkNanos(BETWEEN.toNanos());
    }
  }

  private static boolean isRight(
      Consumer<?, ?> consumer, List<String> topics, Shards shards, WorkerStatus status) {
    try {
      for (String topic : topics) {
        var partitions = consumer.partitionsFor(topic, Duration.ofSeconds(5));
        int count = partitions == null ? 0 : partitions.size();
        if (count == 0) {
          status.retrying("topic " + topic + " does not exist");
          return false;
        }
        if (count != shards.count()) {
          throw new MisconfiguredException(
              "topic %s has %d partitions, but perennial.shards is %d"
                  .formatted(topic, count, shards.count()));
        }
      }
      return true;
    } catch (WakeupException e) {
      throw e;
    } catch (KafkaException e) {
      status.retrying(Fault.of(e).reason());
      return false;
    }
  }

  /** Waiting does not help. */
  static final class MisconfiguredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MisconfiguredException(String message) {
      super(message);
    }
  }
}
