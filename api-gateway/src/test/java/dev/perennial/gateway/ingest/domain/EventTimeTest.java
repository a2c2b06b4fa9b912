package dev.perennial.gateway.ingest.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTest {

  private static final Instant RECEIVED = Instant.parse("2026-11-21T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T10:00:00Z, 2026-11-21T10:00:00Z",
    "2026-11-21T10:00:00.123Z, 2026-11-21T10:00:00.123Z",
    "2026-11-21T10:00:00+02:00, 2026-11-21T08:00:00Z",
    "2026-11-21T10:00:00.5-0130, 2026-11-21T11:30:00.5Z",
    "2026-11-21T10:00:00, 2026-11-21T10:00:00Z",
    "2026-11-21 10:00:00, 2026-11-21T10:00:00Z",
    "2026-11-21T10:00, 2026-11-21T10:00:00Z",
    "2026-11-21, 2026-11-21T00:00:00Z",
    "1795255200, 2026-11-21T10:00:00Z",
    "1795255200000, 2026-11-21T10:00:00Z",
  })
  void clientsWriteInstantsInManyWays(String text, Instant expected) {
    assertEquals(Optional.of(expected), EventTime.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "21/11/2026",
        "2026-13-01T00:00:00Z",
        "+99999999999-01-01T00:00:00Z",
        "NaN",
        "2026-02-30"
      })
  void whatIsNoInstantIsNone(String text) {
    assertTrue(EventTime.parse(text).isEmpty());
  }

  @Property
  void noTextMakesItThrow(@ForAll String text) {
    EventTime.parse(text)
        .ifPresent(at -> assertFalse(at.isAfter(Instant.parse("9999-12-31T23:59:59.999999999Z"))));
  }

  @Test
  void aClockThatIsWrongIsWrongTwice() {
    Instant original = Instant.parse("2020-01-01T00:00:00Z");
    Instant sent = Instant.parse("2020-01-01T00:05:00Z");
    assertEquals(
        Optional.of(Instant.parse("2026-11-21T11:55:00Z")),
        EventTime.occurredAt(original, sent, RECEIVED));
  }

  @Test
  void anEventNeverHappensAfterItWasReceived() {
    Instant future = RECEIVED.plusSeconds(3600);
    assertEquals(Optional.of(RECEIVED), EventTime.occurredAt(future, null, RECEIVED));
    assertEquals(Optional.of(RECEIVED), EventTime.occurredAt(future, RECEIVED, RECEIVED));
  }

  @Test
  void withoutSentAtTheTimestampIsTakenAsItIs() {
    Instant original = Instant.parse("2011-12-09T12:50:00Z");
    assertEquals(Optional.of(original), EventTime.occurredAt(original, null, RECEIVED));
  }

  @Test
  void nothingHappensBefore1970() {
    assertTrue(
        EventTime.occurredAt(Instant.parse("0001-01-01T00:00:00Z"), null, RECEIVED).isEmpty());
  }
}
