package dev.perennial.journey.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a person who has been through a journey may start it again. */
public sealed interface Reentry {

  /** Why not, in words for people; empty when they may. */
  Optional<String> objection(Run last, Instant now);

  record Always() implements Reentry {

    @Override
    public Optional<String> objection(Run last, Instant now) {
      return Optional.empty();
    }
  }

  record Once() implements Reentry {

    @Override
    public Optional<String> objection(Run last, Instant now) {
      return Optional.of("not started again: the journey takes each person once");
    }
  }

  /** Again once this long has passed since the last run started. */
  record After(Duration pause) implements Reentry {

    @Override
    public Optional<String> objection(Run last, Instant now) {
      Instant from = last.startedAt().plus(pause);
      return now.isBefore(from)
          ? Optional.of("not started again: the journey takes this person from " + from)
          : Optional.empty();
    }
  }
}
