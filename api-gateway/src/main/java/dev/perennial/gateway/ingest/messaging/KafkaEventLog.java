package dev.perennial.gateway.ingest.messaging;

import dev.perennial.contracts.Topics;
import dev.perennial.gateway.domain.UnavailableException;
import dev.perennial.gateway.ingest.app.EventLog;
import dev.perennial.gateway.ingest.domain.Event;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * Kafka holds the events. It is a producer of its own rather than a channel: a request is one hop
 * to the sending thread and one answer, however many events it has.
 */
@ApplicationScoped
class KafkaEventLog implements EventLog {

  /**
   * Longer than the producer tries by itself; what waits longer stands behind others that failed.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(7);

  /** What may be under way; beyond, clients are asked to come back rather than the heap to grow. */
  private static final long MAX_PENDING_BYTES = 64L << 20;

  private final AtomicLong pendingBytes = new AtomicLong();

  /** Sending may block, until Kafka is known or its buffer has room, which no event loop may. */
  private final ExecutorService sending =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("event-log").factory());

  private final Producer<String, byte[]> producer;
  private final EventRecords records;
  private final OpenTelemetry telemetry;

  KafkaEventLog(
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      EventRecords records,
      OpenTelemetry telemetry) {
    this.producer = new KafkaProducer<>(ProducerSettings.over(broker));
    this.records = records;
    this.telemetry = telemetry;
  }

  @Override
  public Uni<Void> append(String workspace, Lane lane, List<Event> events) {
    String topic =
        switch (lane) {
          case LIVE -> Topics.EVENTS_ACCEPTED;
          case IMPORT -> Topics.EVENTS_IMPORTED;
        };
    List<ProducerRecord<String, byte[]>> encoded = records.of(topic, workspace, lane, events);
    encoded.forEach(record -> trace(record.headers()));
    long bytes = encoded.stream().mapToLong(record -> record.value().length).sum();
    if (pendingBytes.addAndGet(bytes) > MAX_PENDING_BYTES) {
      pendingBytes.addAndGet(-bytes);
      return Uni.createFrom().failure(new UnavailableException("too much is waiting for Kafka"));
    }
    var delivery = new Delivery(producer, encoded);
    return Uni.createFrom()
        .<Void>emitter(emitter -> {
          delivery.reportTo(emitter);
          sending.execute(delivery);
        })
        .ifNoItem()
        .after(PATIENCE)
        .failWith(() -> new UnavailableException("Kafka does not answer"))
        .onTermination()
        .invoke(() -> {
          delivery.abandon();
          pendingBytes.addAndGet(-bytes);
        });
  }

  private void trace(Headers headers) {
    telemetry
        .getPropagators()
        .getTextMapPropagator()
        .inject(Context.current(), headers, TraceHeaders.SETTER);
  }

  @PreDestroy
  void close() {
    sending.shutdown();
    producer.close(PATIENCE);
  }
}
