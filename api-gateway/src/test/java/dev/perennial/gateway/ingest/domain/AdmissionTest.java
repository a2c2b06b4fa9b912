package dev.perennial.gateway.ingest.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.perennial.gateway.workspace.domain.Limits;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  private static final Instant RECEIVED = Instant.parse("2026-11-21T12:00:00Z");
  private final Admission admission = new Admission(RECEIVED, Limits.DEFAULT, () -> "made");

  @Test
  void anEventWithoutAMessageIdGetsOne() {
    assertEquals("made", accepted(draft("track", null, "u1", "Product Viewed", 10)).messageId());
  }

  @Test
  void anEventWithoutTimestampHappenedWhenItWasReceived() {
    assertEquals(RECEIVED, accepted(draft("track", "m1", "u1", "Product Viewed", 10)).occurredAt());
  }

  @Test
  void anEventNeedsSomebodyWhoDidIt() {
    assertEquals(
        new Rejection(3, "m1", "/batch/3", "has no userId, anonymousId or context.externalIds"),
        admission.judge(draft("track", "m1", null, "Product Viewed", 10)));
  }

  @Test
  void aTrackNeedsItsEventsName() {
    assertEquals("/batch/3/event", rejected(draft("track", "m1", "u1", null, 10)).field());
  }

  @Test
  void anUnknownTypeIsRefused() {
    assertEquals("/batch/3/type", rejected(draft("charge", "m1", "u1", "x", 10)).field());
    assertEquals("/batch/3/type", rejected(draft(null, "m1", "u1", "x", 10)).field());
  }

  @Test
  void aMessageIdHasAtMostAHundredCharacters() {
    accepted(draft("track", "m".repeat(100), "u1", "x", 10));
    assertEquals(
        "/batch/3/messageId", rejected(draft("track", "m".repeat(101), "u1", "x", 10)).field());
  }

  @Test
  void anIdentifierMustFitAnIndex() {
    assertEquals(
        "/batch/3/userId", rejected(draft("track", "m", "u".repeat(501), "x", 10)).field());
  }

  @Test
  void anEventHasAtMostTheBytesOfItsWorkspace() {
    accepted(draft("track", "m1", "u1", "x", 32 * 1024));
    assertEquals("/batch/3", rejected(draft("track", "m1", "u1", "x", 32 * 1024 + 1)).field());
  }

  private Event accepted(Draft draft) {
    return assertInstanceOf(Event.class, admission.judge(draft));
  }

  private Rejection rejected(Draft draft) {
    return assertInstanceOf(Rejection.class, admission.judge(draft));
  }

  private static Draft draft(
      @Nullable String type,
      @Nullable String messageId,
      @Nullable String userId,
      @Nullable String event,
      int bytes) {
    return new Draft(
        3,
        "/batch/3",
        bytes,
        null,
        type,
        messageId,
        userId,
        null,
        null,
        null,
        event,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of());
  }
}
