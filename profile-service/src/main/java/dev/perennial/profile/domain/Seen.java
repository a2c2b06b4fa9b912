package dev.perennial.profile.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a person was first and last seen, in event time; both null before the first event. */
public record Seen(@Nullable Instant first, @Nullable Instant last) {

  public static final Seen NEVER = new Seen(null, null);

  Seen at(Instant instant) {
    return and(new Seen(instant, instant));
  }

  Seen and(Seen other) {
    if (first == null || last == null) {
      return other;
    }
    if (other.first == null || other.last == null) {
      return this;
    }
    return new Seen(
        other.first.isBefore(first) ? other.first : first,
        other.last.isAfter(last) ? other.last : last);
  }
}
