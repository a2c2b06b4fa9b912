package dev.perennial.profile.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A step of a profile's ordered stream. */
public sealed interface Activity {

  record EventRecorded(CustomerEvent event, CustomerEvent.Happened happened) implements Activity {}

  /** Only those set to another value, as JSON text; null for one that was taken away. */
  record TraitsChanged(Map<String, @Nullable String> changed) implements Activity {}

  record IdentifiersChanged(List<Identifier> added, List<Identifier> dropped) implements Activity {

    public static final IdentifiersChanged NONE = new IdentifiersChanged(List.of(), List.of());

    boolean isNone() {
      return added.isEmpty() && dropped.isEmpty();
    }
  }

  record ConsentChanged(Consent consent) implements Activity {}

  record ProfilesMerged(ProfileKey retired) implements Activity {}

  record ProfileRetired(ProfileKey canonical) implements Activity {}

  /** An activity with its place in the stream of its profile. */
  record Step(ProfileKey profile, long revision, Instant occurredAt, Activity activity) {}
}
