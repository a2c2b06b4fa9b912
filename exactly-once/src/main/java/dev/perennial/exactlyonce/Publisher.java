package dev.perennial.exactlyonce;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.contracts.Shards;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Publishes slots in order. A send that fails is fatal: the owner starts again from its slots, with
 * another publisher, for what was sent after the failed record must not be taken as complete.
 */
final class Publisher implements AutoCloseable {

  private final Producer<String, byte[]> producer;
  private final Shards shards;
  private final Checkpoint checkpoint;
  private final List<Future<?>> pending = new ArrayList<>();
  private final Set<Origin> sent = new HashSet<>();
  private final Map<String, Long> acknowledged = new HashMap<>();

  Publisher(Map<String, Object> kafka, String clientId, Shards shards, Checkpoint checkpoint) {
    this.shards = shards;
    this.checkpoint = checkpoint;
    var config = new HashMap<>(kafka);
    config.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // Never give a record up: giving up leaves a hole before the records that follow.
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    config.put(ProducerConfig.LINGER_MS_CONFIG, 2);
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
  }

  /** Whether this publisher has published this very slot and Kafka has it. */
  boolean has(Slot slot) {
    return acknowledged.getOrDefault(slot.source(), -1L) == slot.sequence();
  }

  /** Sends what the slots hold, in order, and does not wait for it. */
  void send(List<Slot> slots) {
    for (var slot : slots) {
      sent.add(slot.origin(0));
      for (int i = 0; i < slot.entries().size(); i++) {
        if (i == slot.entries().size() / 2) {
          checkpoint.reached(Checkpoint.Step.PUBLISHING);
        }
        pending.add(producer.send(outgoing(slot, i)));
      }
    }
  }

  /** Waits until Kafka has all that was sent, or until the worker stops. */
  void awaitAcknowledged(BooleanSupplier running) {
    for (var future : pending) {
      await(future, running);
    }
    pending.clear();
    sent.forEach(origin -> acknowledged.put(origin.source(), origin.sequence()));
    sent.clear();
  }

  /** Gives up what is not sent yet; the next owner publishes it again. */
  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }

  private static void await(Future<?> future, BooleanSupplier running) {
    while (true) {
      try {
        future.get(100, TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException _) {
        if (!running.getAsBoolean()) {
          throw new StoppedException();
        }
      } catch (ExecutionException e) {
        throw new SendFailedException(e);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        throw new StoppedException();
      }
    }
  }

  private ProducerRecord<String, byte[]> outgoing(Slot slot, int index) {
    var entry = slot.entries().get(index);
    var outgoing =
        new ProducerRecord<>(entry.topic(), shards.of(entry.key()), entry.key(), entry.value());
    outgoing.headers().add(slot.origin(index).header());
    if (!slot.traceparent().isEmpty()) {
      outgoing.headers().add("traceparent", slot.traceparent().getBytes(UTF_8));
    }
    return outgoing;
  }

  /** Fatal to the owner. */
  static final class SendFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SendFailedException(Throwable cause) {
      super("could not publish", cause);
    }
  }

  /** The worker was told to stop. */
  static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
