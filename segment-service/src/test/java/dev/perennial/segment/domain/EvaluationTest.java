package dev.perennial.segment.domain;

import static dev.perennial.segment.domain.Stories.DAY_ONE;
import static dev.perennial.segment.domain.Stories.atLeast;
import static dev.perennial.segment.domain.Stories.atMost;
import static dev.perennial.segment.domain.Stories.hour;
import static dev.perennial.segment.domain.Stories.order;
import static dev.perennial.segment.domain.Stories.orders;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  private static final Duration DAY = Duration.ofHours(24);

  @Test
  void anEventCountsFromItsOwnInstantUntilOneWindowLater() {
    var once = orders(atLeast(1), DAY);

    assertEquals(new Answer(true, hour(24)), answer(once, DAY_ONE, DAY_ONE));
    assertEquals(new Answer(true, hour(24)), answer(once, hour(24).minusNanos(1000), DAY_ONE));
    assertEquals(Answer.forEver(false), answer(once, hour(24), DAY_ONE));
  }

  @Test
  void anAbsenceBecomesTrueWhenTheLastEventLeavesTheWindow() {
    var none = orders(atMost(0), DAY);

    assertEquals(new Answer(false, hour(27)), answer(none, hour(5), DAY_ONE, hour(3)));
    assertEquals(Answer.forEver(true), answer(none, hour(27), DAY_ONE, hour(3)));
  }

  @Test
  void atLeastTwoEndsWhenTheSecondLastEventLeaves() {
    assertEquals(
        new Answer(true, hour(25)),
        answer(orders(atLeast(2), DAY), hour(5), DAY_ONE, hour(1), hour(2)));
  }

  @Test
  void eventsAtTheSameInstantLeaveTogether() {
    var one = orders(new Comparison.Equals(Value.Num.of(1)), DAY);

    assertEquals(Answer.forEver(false), answer(one, hour(1), DAY_ONE, DAY_ONE));
  }

  @Test
  void aSumCountsMoneyInWholeUnits() {
    var big = Stories.events("Order Completed", Measure.ORDER_VALUE, Optional.of(DAY), atLeast(5));
    var facts =
        new Fact.Occurrences(new long[] {micros(1), micros(2)}, new long[] {2_500_000, 2_500_000});

    assertEquals(new Answer(true, hour(25)), Evaluation.answer(big, f -> facts, hour(3)));
  }

  @Test
  void anOrderWithoutPositiveValueIsNone() {
    var feature = new Feature.Events("Order Completed", Measure.COUNT, Optional.empty());

    assertEquals(feature.nothing(), feature.after(feature.nothing(), DAY_ONE, order(0)));
    assertEquals(new Fact.Total(1), feature.after(feature.nothing(), DAY_ONE, order(1)));
  }

  @Test
  void allEndsWithItsFirstPartAndAnyWithItsLast() {
    var brief = orders(atLeast(1), Duration.ofHours(1));
    var lasting = orders(atLeast(1), DAY);

    assertEquals(
        new Answer(true, hour(1)),
        answer(new Condition.All(List.of(brief, lasting)), DAY_ONE, DAY_ONE));
    assertEquals(
        new Answer(true, hour(24)),
        answer(new Condition.Any(List.of(brief, lasting)), DAY_ONE, DAY_ONE));
  }

  @Test
  void partsThatChangeTogetherDoNotEndTheWhole() {
    var recent = orders(atLeast(1), DAY);
    var either = new Condition.Any(List.of(recent, new Condition.Not(recent)));

    assertEquals(Answer.forEver(true), answer(either, DAY_ONE, DAY_ONE));
  }

  @Test
  void theInstantSinceWhichAnAnswerIsTrueIsFoundAfterALateEvent() {
    var lapsed = orders(atMost(0), DAY);

    assertEquals(hour(24), Evaluation.since(lapsed, at(DAY_ONE), DAY_ONE, hour(100)));
  }

  private static Answer answer(Condition condition, Instant now, Instant... events) {
    return Evaluation.answer(condition, at(events), now);
  }

  private static Function<Feature, Fact> at(Instant... events) {
    return feature -> {
      var fact = feature.nothing();
      for (var event : events) {
        fact = feature.after(fact, event, order(1));
      }
      return fact;
    };
  }

  private static long micros(int hour) {
    return Micros.of(hour(hour));
  }
}
