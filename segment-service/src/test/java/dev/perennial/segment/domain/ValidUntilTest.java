package dev.perennial.segment.domain;

import static dev.perennial.segment.domain.Stories.hour;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ValidUntilTest {

  /** Something that happened at a whole hour, so that bounds of windows often coincide. */
  record Moment(int hour, Change change) {}

  @Property(tries = 1000)
  void theAnswerHoldsUntilItsEndAndChangesThere(
      @ForAll("conditions") Condition condition, @ForAll("histories") List<Moment> history) {
    var now = hour(40);
    var answer = Evaluation.answer(condition, facts(history), now);

    for (var at = now;
        at.isBefore(answer.until()) && at.isBefore(hour(200));
        at = at.plusSeconds(1800)) {
      assertEquals(answer, Evaluation.answer(condition, facts(history), at));
    }
    if (answer.until().isBefore(Answer.FOR_EVER)) {
      assertNotEquals(answer.holds(), holds(condition, history, answer.until()));
      assertEquals(answer.holds(), holds(condition, history, answer.until().minusNanos(1000)));
    }
  }

  @Property(tries = 500)
  void notIsTheOppositeForAsLong(
      @ForAll("conditions") Condition condition, @ForAll("histories") List<Moment> history) {
    assertEquals(
        Evaluation.answer(condition, facts(history), hour(40)).negated(),
        Evaluation.answer(new Condition.Not(condition), facts(history), hour(40)));
  }

  @Property(tries = 500)
  void anyIsNotAllOfTheOpposites(
      @ForAll("conditions") Condition one,
      @ForAll("conditions") Condition other,
      @ForAll("histories") List<Moment> history) {
    var any = new Condition.Any(List.of(one, other));
    var neither = new Condition.All(List.of(new Condition.Not(one), new Condition.Not(other)));

    assertEquals(
        Evaluation.answer(any, facts(history), hour(40)),
        Evaluation.answer(new Condition.Not(neither), facts(history), hour(40)));
  }

  @Provide
  Arbitrary<Condition> conditions() {
    return Stories.conditions();
  }

  @Provide
  Arbitrary<List<Moment>> histories() {
    return Combinators.combine(Arbitraries.integers().between(0, 40), Stories.changes())
        .as(Moment::new)
        .list()
        .ofMaxSize(8);
  }

  private static boolean holds(Condition condition, List<Moment> history, Instant at) {
    return Evaluation.answer(condition, facts(history), at).holds();
  }

  private static Function<Feature, Fact> facts(List<Moment> history) {
    return feature -> {
      var fact = feature.nothing();
      for (var moment : history) {
        fact = feature.after(fact, hour(moment.hour()), moment.change());
      }
      return fact;
    };
  }
}
