package dev.perennial.segment.app;

import com.google.protobuf.Timestamp;
import dev.perennial.contracts.events.v1.EventType;
import dev.perennial.contracts.profile.v1.EventRecorded;
import dev.perennial.contracts.profile.v1.ProfileActivity;
import dev.perennial.contracts.profile.v1.ProfileHistory;
import dev.perennial.segment.domain.Activity;
import dev.perennial.segment.domain.Change;
import dev.perennial.segment.domain.History;
import dev.perennial.segment.domain.Micros;
import dev.perennial.segment.domain.Value;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What profile-service says, in the words of this service; live and from history alike. */
public final class ActivityReader {

  private ActivityReader() {}

  /**
   * Reads one step of a profile's stream.
   *
   * @throws IllegalArgumentException when it makes no sense; the message holds nothing of it
   */
  public static Activity activity(ProfileActivity from) {
    return new Activity(
        from.getRevision(), instant(from.getOccurredAt()), from.getReplay(), change(from));
  }

  /** Reads the past of one profile. */
  public static History history(ProfileHistory from) {
    Map<String, Value> traits = new HashMap<>();
    if (!from.getTraits().isEmpty()) {
      TraitsJson.read(from.getTraits())
          .forEach((name, value) -> value.ifPresent(one -> traits.put(name, one)));
    }
    List<History.Past> events =
        from.getEventsList().stream()
            .flatMap(event ->
                happened(event.getEvent()).stream()
                    .map(one -> new History.Past(instant(event.getOccurredAt()), one)))
            .toList();
    return new History(from.getRevision(), traits, events);
  }

  private static Change change(ProfileActivity from) {
    return switch (from.getActivityCase()) {
      case EVENT_RECORDED ->
          happened(from.getEventRecorded())
              .<Change>map(event -> event)
              .orElseGet(Change.Nothing::new);
      case TRAITS_CHANGED ->
          new Change.TraitsSet(TraitsJson.read(from.getTraitsChanged().getChanged()));
      case PROFILE_RETIRED, PROFILE_ERASED -> new Change.Removed();
      case IDENTIFIERS_CHANGED, CONSENT_CHANGED, PROFILES_MERGED, ACTIVITY_NOT_SET ->
          new Change.Nothing();
    };
  }

  /** Pages and screens have names of their own, which are no events' names. */
  private static Optional<Change.Happened> happened(EventRecorded event) {
    if (event.getType() == EventType.PAGE || event.getType() == EventType.SCREEN) {
      return Optional.empty();
    }
    var value =
        event.hasCommerce() && event.getCommerce().hasValueMicros()
            ? OptionalLong.of(event.getCommerce().getValueMicros())
            : OptionalLong.empty();
    return Optional.of(new Change.Happened(event.getName(), value));
  }

  private static Instant instant(Timestamp timestamp) {
    return Micros.instant(
        Micros.of(Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos())));
  }
}
