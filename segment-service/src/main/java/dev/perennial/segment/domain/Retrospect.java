package dev.perennial.segment.domain;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** Lives through a history once more, to find since when a condition that holds now has held. */
final class Retrospect {

  /** The answer at some instant, and since when it is yes; empty while it is no. */
  private record Held(Optional<Instant> since, Answer answer) {

    Held turned(Answer next, Instant at) {
      return new Held(next.holds() ? Optional.of(since.orElse(at)) : Optional.empty(), next);
    }
  }

  private final Segment segment;
  private Known known;
  private Held held = new Held(Optional.empty(), Answer.forEver(false));

  private Retrospect(Segment segment, History history) {
    this.segment = segment;
    Set<Feature> traits = segment.traits();
    known = Known.nothingAt(0).filled(traits.stream().collect(toMap(f -> f, history::fact)), 0);
  }

  /**
   * Traits count as they are now, as their past is not told; empty when no event tells anything.
   */
  static Optional<Instant> since(Segment segment, History history, Instant now) {
    var life = new Retrospect(segment, history);
    history.events().stream()
        .filter(past -> !past.occurredAt().isAfter(now))
        .sorted(Comparator.comparing(History.Past::occurredAt))
        .forEach(life::happened);
    life.passTime(now);
    return life.held.since();
  }

  private void happened(History.Past past) {
    var at = past.occurredAt();
    passTime(at);
    known =
        known
            .after(new Activity(1, at, true, past.event()), segment.features())
            .pruned(segment.features(), at);
    held = held.turned(answer(at), at);
  }

  private void passTime(Instant to) {
    while (!held.answer().until().isAfter(to)) {
      var at = held.answer().until();
      held = held.turned(answer(at), at);
    }
  }

  private Answer answer(Instant at) {
    return Evaluation.answer(segment.condition(), known::fact, at);
  }
}
