package dev.perennial.segment.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a leaf of a condition looks at. Leaves that look at the same thing share one {@link Fact} a
 * profile.
 */
public sealed interface Feature {

  /** The fact of a profile that never did anything. */
  Fact nothing();

  /** The fact after a change; the same instance when the change is of no concern to it. */
  Fact after(Fact before, Instant at, Change change);

  record Trait(String name) implements Feature {

    @Override
    public Fact nothing() {
      return Fact.TraitValue.ABSENT;
    }

    @Override
    public Fact after(Fact before, Instant at, Change change) {
      return change instanceof Change.TraitsSet(var traits) && traits.containsKey(name)
          ? new Fact.TraitValue(traits.getOrDefault(name, Optional.empty()))
          : before;
    }
  }

  /**
   * Events of one name.
   *
   * @param window how far back it looks; empty for all time
   */
  record Events(String name, Measure measure, Optional<Duration> window) implements Feature {

    @Override
    public Fact nothing() {
      return window.isPresent() ? Fact.Occurrences.NONE : Fact.Total.ZERO;
    }

    @Override
    public Fact after(Fact before, Instant at, Change change) {
      if (!(change instanceof Change.Happened event)
          || !event.event().equals(name)
          || !event.counts()) {
        return before;
      }
      long amount = measure.amountOf(event);
      return switch (before) {
        case Fact.Total(var total) -> new Fact.Total(Math.addExact(total, amount));
        case Fact.Occurrences occurrences -> occurrences.with(at, amount);
        case Fact.TraitValue wrong ->
            throw new IllegalArgumentException("not about events: " + this);
      };
    }
  }
}
