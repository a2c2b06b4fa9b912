package dev.perennial.gateway.ingest.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.gateway.domain.UnavailableException;
import dev.perennial.gateway.ingest.app.EventLog.Lane;
import dev.perennial.gateway.ingest.domain.Event;
import dev.perennial.gateway.ingest.domain.EventKind;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody listens on port 1. */
class KafkaAwayTest {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Event EVENT =
      new Event(
          "m1",
          EventKind.TRACK,
          "u1",
          "",
          List.of(),
          "Seen",
          "",
          "",
          Instant.EPOCH,
          Instant.EPOCH,
          "{}",
          "");

  private final KafkaEventLog log =
      new KafkaEventLog(
          Map.of("bootstrap.servers", "127.0.0.1:1"), new EventRecords(16), OpenTelemetry.noop());

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void whoeverSendsIsToldWithinSeconds() {
    long before = System.nanoTime();
    RuntimeException failure = assertThrows(RuntimeException.class, () -> append(1));
    assertInstanceOf(UnavailableException.class, failure);
    assertTrue(System.nanoTime() - before < SOON.toNanos());
  }

  @Test
  void moreThanMayWaitIsTurnedAwayAtOnce() {
    String large = "{\"p\":\"" + "x".repeat(1_000_000) + "\"}";
    var event =
        new Event(
            "m1",
            EventKind.TRACK,
            "u1",
            "",
            List.of(),
            "Seen",
            "",
            "",
            Instant.EPOCH,
            Instant.EPOCH,
            large,
            "");
    var turnedAway =
        assertThrows(
            UnavailableException.class,
            () -> log.append("w", Lane.LIVE, Collections.nCopies(70, event)).await().atMost(SOON));
    assertEquals("too much is waiting for Kafka", turnedAway.getMessage());
  }

  private void append(int events) {
    log.append("w", Lane.LIVE, Collections.nCopies(events, EVENT)).await().atMost(SOON);
  }
}
