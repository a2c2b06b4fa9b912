package dev.perennial.gateway.ingest.domain;

import static java.util.Objects.requireNonNullElse;

import dev.perennial.gateway.workspace.domain.Limits;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Judges the items of one request, each for itself.
 *
 * @param newMessageId names events that their sender did not
 */
public record Admission(Instant receivedAt, Limits limits, Supplier<String> newMessageId) {

  /** As Segment's. */
  private static final int MAX_MESSAGE_ID = 100;

  /** Longer ones would not fit an index of Postgres. */
  private static final int MAX_IDENTIFIER = 500;

  private static final List<Bound> BOUNDS =
      List.of(
          new Bound("/messageId", Draft::messageId, MAX_MESSAGE_ID),
          new Bound("/userId", Draft::userId, MAX_IDENTIFIER),
          new Bound("/anonymousId", Draft::anonymousId, MAX_IDENTIFIER),
          new Bound("/previousId", Draft::previousId, MAX_IDENTIFIER),
          new Bound("/groupId", Draft::groupId, MAX_IDENTIFIER),
          new Bound("/event", Draft::event, MAX_IDENTIFIER),
          new Bound("/name", Draft::name, MAX_IDENTIFIER));

  private record Bound(String field, Function<Draft, @Nullable String> of, int most) {}

  public Verdict judge(Draft draft) {
    EventKind kind = EventKind.ofWire(draft.type());
    if (draft.fault() != null) {
      return rejected(draft, draft.fault());
    }
    if (kind == null) {
      return rejected(
          draft, new Fault("/type", "is none of identify, track, page, screen, group, alias"));
    }
    Fault fault = fault(kind, draft);
    return fault == null ? timed(kind, draft) : rejected(draft, fault);
  }

  private @Nullable Fault fault(EventKind kind, Draft draft) {
    if (draft.bytes() > limits.eventBytes()) {
      return new Fault(
          "", "has %d bytes, more than %d".formatted(draft.bytes(), limits.eventBytes()));
    }
    if (draft.userId() == null && draft.anonymousId() == null && draft.externalIds().isEmpty()) {
      return new Fault("", "has no userId, anonymousId or context.externalIds");
    }
    String missing =
        switch (kind) {
          case TRACK -> draft.event() == null ? "/event" : null;
          case GROUP -> draft.groupId() == null ? "/groupId" : null;
          case ALIAS -> draft.previousId() == null ? "/previousId" : null;
          case IDENTIFY, PAGE, SCREEN -> null;
        };
    return missing == null ? tooLong(draft) : new Fault(missing, "is missing");
  }

  private static @Nullable Fault tooLong(Draft draft) {
    for (Bound bound : BOUNDS) {
      String text = bound.of().apply(draft);
      if (text != null && text.length() > bound.most()) {
        return new Fault(bound.field(), "is longer than " + bound.most() + " characters");
      }
    }
    for (ExternalId id : draft.externalIds()) {
      if (id.type().length() > MAX_IDENTIFIER || id.id().length() > MAX_IDENTIFIER) {
        return new Fault("/context/externalIds", "is longer than " + MAX_IDENTIFIER);
      }
    }
    return null;
  }

  private Verdict timed(EventKind kind, Draft draft) {
    Optional<Instant> original = instant(draft.originalTimestamp());
    if (draft.originalTimestamp() != null && original.isEmpty()) {
      return rejected(draft, new Fault("/timestamp", "is not an ISO 8601 instant"));
    }
    // A sentAt that is no instant only costs the correction of the client's clock.
    return EventTime.occurredAt(
            original.orElse(null), instant(draft.sentAt()).orElse(null), receivedAt)
        .<Verdict>map(occurredAt -> event(kind, draft, occurredAt))
        .orElseGet(() -> rejected(draft, new Fault("/timestamp", "lies before 1970")));
  }

  private static Optional<Instant> instant(@Nullable String text) {
    return text == null ? Optional.empty() : EventTime.parse(text);
  }

  private Event event(EventKind kind, Draft draft, Instant occurredAt) {
    String named = kind == EventKind.TRACK ? draft.event() : draft.name();
    String object = kind.carriesTraits() ? draft.traits() : draft.properties();
    return new Event(
        draft.messageId() == null ? newMessageId.get() : draft.messageId(),
        kind,
        orEmpty(draft.userId()),
        orEmpty(draft.anonymousId()),
        draft.externalIds(),
        kind == EventKind.TRACK || kind == EventKind.PAGE || kind == EventKind.SCREEN
            ? orEmpty(named)
            : "",
        kind == EventKind.ALIAS ? orEmpty(draft.previousId()) : "",
        kind == EventKind.GROUP ? orEmpty(draft.groupId()) : "",
        occurredAt,
        receivedAt,
        requireNonNullElse(object, "{}"),
        orEmpty(draft.context()));
  }

  private static String orEmpty(@Nullable String text) {
    return requireNonNullElse(text, "");
  }

  private static Rejection rejected(Draft draft, Fault fault) {
    return new Rejection(
        draft.index(), draft.messageId(), draft.at() + fault.field(), fault.reason());
  }
}
