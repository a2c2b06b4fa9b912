package dev.perennial.gateway.messaging;

import dev.perennial.gateway.domain.UnavailableException;
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
 * Keeps records for good. It is a producer of its own rather than a channel: a request is one hop
 * to the sending thread and one answer, however many records it has.
 */
@ApplicationScoped
public class KafkaLog {

  /**
   * Longer than the producer tries by itself; what waits longer stands behind others that failed.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(7);

  /** What may be under way; beyond, clients are asked to come back rather than the heap to grow. */
  private static final long MAX_PENDING_BYTES = 64L << 20;

  private final AtomicLong pendingBytes = new AtomicLong();

  /** Sending may block, until Kafka is known or its buffer has room, which no event loop may. */
  private final ExecutorService sending =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("kafka-log").factory());

  private final Producer<String, byte[]> producer;
  private final OpenTelemetry telemetry;

  KafkaLog(
      @Identifier("default-kafka-broker") Map<String, Object> broker, OpenTelemetry telemetry) {
    this.producer = new KafkaProducer<>(ProducerSettings.over(broker));
    this.telemetry = telemetry;
  }

  /**
   * Keeps the records, those of a partition in their order.
   *
   * @return done when every record is durable; fails with {@link UnavailableException} when one may
   *     not be, and then all may be sent again
   */
  public Uni<Void> append(List<ProducerRecord<String, byte[]>> records) {
    records.forEach(record -> trace(record.headers()));
    long bytes = records.stream().mapToLong(record -> record.value().length).sum();
    if (pendingBytes.addAndGet(bytes) > MAX_PENDING_BYTES) {
      pendingBytes.addAndGet(-bytes);
      return Uni.createFrom().failure(new UnavailableException("too much is waiting for Kafka"));
    }
    var delivery = new Delivery(producer, records);
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
