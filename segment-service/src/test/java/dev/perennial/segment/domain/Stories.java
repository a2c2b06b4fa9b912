package dev.perennial.segment.domain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What the tests of the domain tell: conditions, changes and when they happen. */
final class Stories {

  static final Instant DAY_ONE = Instant.parse("2026-01-01T00:00:00Z");
  static final ProfileKey ANN = new ProfileKey("shop", new UUID(0, 1), 3);

  private Stories() {}

  static Instant hour(int hours) {
    return DAY_ONE.plus(Duration.ofHours(hours));
  }

  static Is is(Comparison... comparisons) {
    return new Is(List.of(comparisons));
  }

  static Comparison atLeast(long bound) {
    return new Comparison.AtLeast(BigDecimal.valueOf(bound));
  }

  static Comparison atMost(long bound) {
    return new Comparison.AtMost(BigDecimal.valueOf(bound));
  }

  static Condition orders(Comparison comparison, Duration within) {
    return events("Order Completed", Measure.COUNT, Optional.of(within), comparison);
  }

  static Condition ordersEver(Comparison comparison) {
    return events("Order Completed", Measure.COUNT, Optional.empty(), comparison);
  }

  static Condition events(
      String name, Measure measure, Optional<Duration> within, Comparison comparison) {
    return new Condition.Events(new Feature.Events(name, measure, within), is(comparison));
  }

  static Change.Happened order(long units) {
    return new Change.Happened("Order Completed", OptionalLong.of(units * 1_000_000));
  }

  static Activity activity(long revision, Instant at, Change change) {
    return new Activity(revision, at, false, change);
  }

  /** Leaves over three event names, short windows and one trait, nested up to three deep. */
  static Arbitrary<Condition> conditions() {
    return conditions(2);
  }

  private static Arbitrary<Condition> conditions(int depth) {
    var leaf = Arbitraries.frequencyOf(Tuple.of(4, eventLeaves()), Tuple.of(1, traitLeaves()));
    if (depth == 0) {
      return leaf;
    }
    var inner = conditions(depth - 1);
    var several = inner.list().ofMinSize(1).ofMaxSize(3);
    return Arbitraries.oneOf(
        leaf,
        inner.map(Condition.Not::new),
        several.map(Condition.All::new),
        several.map(Condition.Any::new));
  }

  private static Arbitrary<Condition> eventLeaves() {
    var names = Arbitraries.of("Order Completed", "Page Viewed");
    var windows = Arbitraries.of(1, 5, 24, 60).map(Duration::ofHours).optional(0.8);
    return Combinators.combine(names, Arbitraries.of(Measure.class), windows, comparisons())
        .as(Stories::events);
  }

  private static Arbitrary<Comparison> comparisons() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 6), Arbitraries.integers().between(0, 4))
        .as((kind, bound) ->
            switch (kind) {
              case 0 -> atLeast(bound);
              case 1 -> atMost(bound);
              case 2 -> new Comparison.Above(BigDecimal.valueOf(bound));
              case 3 -> new Comparison.Below(BigDecimal.valueOf(bound));
              case 4 -> new Comparison.Equals(Value.Num.of(bound));
              case 5 -> new Comparison.NotEquals(Value.Num.of(bound));
              default -> new Comparison.In(List.of(Value.Num.of(bound), Value.Num.of(bound + 2L)));
            });
  }

  private static Arbitrary<Condition> traitLeaves() {
    return Arbitraries.of(
        new Condition.Trait(new Feature.Trait("email"), is(new Comparison.Exists(true))),
        new Condition.Trait(
            new Feature.Trait("country"), is(new Comparison.Equals(new Value.Text("FR")))));
  }

  static Arbitrary<Change> changes() {
    var orders = Arbitraries.longs().between(0, 3).map(Stories::order);
    var views = Arbitraries.just(new Change.Happened("Page Viewed", OptionalLong.empty()));
    var traits =
        Arbitraries.of(
            Map.of("email", Optional.<Value>of(new Value.Text("a"))),
            Map.of("email", Optional.<Value>empty()),
            Map.of("country", Optional.<Value>of(new Value.Text("FR"))),
            Map.of("country", Optional.<Value>of(new Value.Text("BE"))));
    return Arbitraries.frequencyOf(
        Tuple.of(5, orders),
        Tuple.of(3, views),
        Tuple.of(2, traits.map(Change.TraitsSet::new)),
        Tuple.of(1, Arbitraries.just(new Change.Nothing())));
  }
}
