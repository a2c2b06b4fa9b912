package dev.perennial.profile.api;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.perennial.contracts.profile.v1.RecordedEvent;
import dev.perennial.profile.domain.HistoryPosition;
import java.time.Instant;
import java.util.Base64;

/** Where a page of events ended, opaque to the caller. */
final class EventCursor {

  /** Later than all that Postgres can hold of interest. */
  private static final HistoryPosition NEWEST =
      new HistoryPosition(Instant.parse("9999-12-31T00:00:00Z"), Long.MAX_VALUE);

  private EventCursor() {}

  static String encode(RecordedEvent last) {
    var at = last.getOccurredAt();
    var position = "%d.%d.%d".formatted(at.getSeconds(), at.getNanos(), last.getRevision());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(US_ASCII));
  }

  static HistoryPosition decode(String cursor) {
    if (cursor.isEmpty()) {
      return NEWEST;
    }
    try {
      var parts = new String(Base64.getUrlDecoder().decode(cursor), US_ASCII).split("\\.", 3);
      var occurredAt = Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
      return new HistoryPosition(occurredAt, Long.parseLong(parts[2]));
    } catch (RuntimeException e) {
      throw Requests.invalid("/cursor", "is none that this service gave");
    }
  }
}
