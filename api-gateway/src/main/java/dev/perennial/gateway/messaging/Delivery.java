package dev.perennial.gateway.messaging;

import dev.perennial.gateway.domain.UnavailableException;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** The events of one request under way; reports once all are acknowledged, or one is not. */
final class Delivery implements Runnable {

  private final Producer<String, byte[]> producer;
  private final List<ProducerRecord<String, byte[]>> records;
  private final AtomicInteger unacknowledged;
  private volatile boolean abandoned;
  private @Nullable UniEmitter<? super Void> emitter;

  Delivery(Producer<String, byte[]> producer, List<ProducerRecord<String, byte[]>> records) {
    this.producer = producer;
    this.records = records;
    this.unacknowledged = new AtomicInteger(records.size());
  }

  void reportTo(UniEmitter<? super Void> waiting) {
    emitter = waiting;
  }

  /** Nobody waits any more: what is not sent yet need not be. */
  void abandon() {
    abandoned = true;
  }

  @Override
  public void run() {
    try {
      for (ProducerRecord<String, byte[]> record : records) {
        if (abandoned) {
          return;
        }
        var _ = producer.send(record, (metadata, failure) -> acknowledged(failure));
      }
    } catch (KafkaException | IllegalStateException e) {
      fail(e);
    }
  }

  private void acknowledged(@Nullable Exception failure) {
    if (failure != null) {
      fail(failure);
    } else if (unacknowledged.decrementAndGet() == 0 && emitter != null) {
      emitter.complete(null);
    }
  }

  private void fail(Exception failure) {
    abandoned = true;
    if (emitter != null) {
      emitter.fail(
          new UnavailableException("Kafka did not take it: " + failure.getClass().getSimpleName()));
    }
  }
}
