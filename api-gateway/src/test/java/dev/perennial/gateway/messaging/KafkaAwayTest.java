package dev.perennial.gateway.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.gateway.domain.UnavailableException;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No Kafka listens at this address. */
class KafkaAwayTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  private final KafkaLog log =
      new KafkaLog(Map.of("bootstrap.servers", "127.0.0.1:1"), OpenTelemetry.noop());

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void whoeverSendsIsToldWithinSeconds() {
    long before = System.nanoTime();
    RuntimeException failure = assertThrows(RuntimeException.class, () -> append(1, 10));
    assertInstanceOf(UnavailableException.class, failure);
    assertTrue(System.nanoTime() - before < SOON.toNanos());
  }

  @Test
  void moreThanMayWaitIsTurnedAwayAtOnce() {
    var turnedAway = assertThrows(UnavailableException.class, () -> append(70, 1_000_000));
    assertEquals("too much is waiting for Kafka", turnedAway.getMessage());
  }

  private void append(int records, int bytes) {
    List<ProducerRecord<String, byte[]>> large =
        IntStream.range(0, records)
            .mapToObj(_ -> new ProducerRecord<>("topic", 0, "key", new byte[bytes]))
            .toList();
    log.append(large).await().atMost(SOON);
  }
}
