package dev.perennial.segment.domain;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Evaluates conditions over facts: pure functions of the instant. */
public final class Evaluation {

  private Evaluation() {}

  /** Whether it holds at this instant, and the exact instant at which the answer changes. */
  public static Answer answer(Condition condition, Function<Feature, Fact> facts, Instant at) {
    var answer = bounded(condition, facts, at);
    var until = answer.until();
    // A bound of a part is not always a change of the whole: one part may fail as another passes.
    while (until.isBefore(Answer.FOR_EVER)) {
      var later = bounded(condition, facts, until);
      if (later.holds() != answer.holds()) {
        break;
      }
      until = later.until();
    }
    return new Answer(answer.holds(), until);
  }

  /**
   * The instant at which the answer of {@code now} came true, looked for from {@code from} on; a
   * late event makes it earlier than now.
   */
  public static Instant since(
      Condition condition, Function<Feature, Fact> facts, Instant from, Instant now) {
    var start = from;
    var until = answer(condition, facts, from).until();
    while (!until.isAfter(now)) {
      start = until;
      until = answer(condition, facts, until).until();
    }
    return start;
  }

  /** The answer, with an instant up to which it cannot change. */
  private static Answer bounded(Condition condition, Function<Feature, Fact> facts, Instant at) {
    return switch (condition) {
      case Condition.All(var conditions) -> all(conditions, facts, at, true);
      case Condition.Any(var conditions) -> all(conditions, facts, at, false);
      case Condition.Not(var inner) -> bounded(inner, facts, at).negated();
      case Condition.Trait(var feature, var is) ->
          switch (facts.apply(feature)) {
            case Fact.TraitValue(var value) -> Answer.forEver(is.holds(value.orElse(null)));
            case Fact other -> throw mismatch(feature, other);
          };
      case Condition.Events(var feature, var is) ->
          switch (facts.apply(feature)) {
            case Fact.Total(var amount) ->
                Answer.forEver(is.holds(feature.measure().value(amount)));
            case Fact.Occurrences occurrences ->
                occurrences.answer(is, feature.measure(), feature.window().orElseThrow(), at);
            case Fact.TraitValue other -> throw mismatch(feature, other);
          };
    };
  }

  /**
   * All hold (or, with {@code expected} false, none holds: the negation of any). While every part
   * is as expected, the first to change changes the whole; otherwise it stays as it is at least as
   * long as the most lasting part that is not.
   */
  private static Answer all(
      List<Condition> conditions, Function<Feature, Fact> facts, Instant at, boolean expected) {
    var first = Answer.FOR_EVER;
    var last = Instant.MIN;
    for (var condition : conditions) {
      var answer = bounded(condition, facts, at);
      if (answer.holds() != expected) {
        last = answer.until().isAfter(last) ? answer.until() : last;
      } else if (answer.until().isBefore(first)) {
        first = answer.until();
      }
    }
    return last.equals(Instant.MIN) ? new Answer(expected, first) : new Answer(!expected, last);
  }

  private static IllegalStateException mismatch(Feature feature, Fact fact) {
    return new IllegalStateException(
        feature.getClass().getSimpleName() + " has a fact of " + fact.getClass().getSimpleName());
  }
}
