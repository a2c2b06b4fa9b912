package dev.perennial.profile.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attribute's value since an instant of event time.
 *
 * @param json the value as JSON text; null when it was taken away, which is remembered so that an
 *     older value that comes late does not bring it back
 */
public record Trait(@Nullable String json, Instant since) {

  public Trait {
    requireNonNull(since, "since");
  }

  /**
   * Of two the newer; at the same instant the greater text, so that order of arrival is no matter.
   */
  Trait orNewer(Trait other) {
    int byTime = other.since.compareTo(since);
    if (byTime != 0) {
      return byTime > 0 ? other : this;
    }
    return text(other).compareTo(text(this)) > 0 ? other : this;
  }

  private static String text(Trait trait) {
    return trait.json == null ? "" : trait.json;
  }
}
