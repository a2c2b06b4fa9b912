package dev.perennial.recommendation.attribution.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.recommendation.order.domain.Lines;
import dev.perennial.recommendation.order.domain.Purchase;
import dev.perennial.recommendation.order.domain.Refund;
import dev.perennial.recommendation.order.domain.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AttributionTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");
  private static final Source HOME = new Source("home", "a", "next-best");
  private static final Source CART = new Source("", "", "bought-together");
  private static final UUID FIRST = new UUID(0, 1);
  private static final UUID SECOND = new UUID(0, 2);

  @Test
  void aPurchaseWithinSevenDaysCountsOnTheDayOfTheClick() {
    var outcomes = Attribution.of(List.of(click(0, HOME, FIRST)), List.of(sale(7, 12)));
    assertEquals(
        Map.of(
            new Cell("shop", LocalDate.of(2026, 3, 2), HOME, "tea"),
            new Counts(0, 1, 1, Map.of("EUR", 12L))),
        Attribution.difference("shop", List.of(), outcomes));
  }

  @Test
  void anEarlierOrLaterPurchaseDoesNotCount() {
    var late =
        new Sale("o", MONDAY.plus(Duration.ofDays(8)).plusMillis(1), "tea", new Money("EUR", 12));
    var outcomes = Attribution.of(List.of(click(1, HOME, FIRST)), List.of(sale(0, 12), late));
    assertEquals(List.of(outcome(click(1, HOME, FIRST))), outcomes);
  }

  @Test
  void theLastClickGetsThePurchase() {
    var clicks = List.of(click(0, HOME, FIRST), click(1, CART, SECOND));
    assertEquals(
        List.of(outcome(clicks.get(0)), outcome(clicks.get(1), 12)),
        sorted(Attribution.of(clicks, List.of(sale(2, 12)))));
  }

  @Test
  void aClickHasOnePurchaseItsFirst() {
    var clicks = List.of(click(0, HOME, FIRST));
    assertEquals(
        List.of(outcome(clicks.getFirst(), 12)),
        Attribution.of(clicks, List.of(sale(2, 7), sale(1, 12))));
  }

  @Test
  void oneItemIsOneClickWhateverIsClickedInBetween() {
    var clicks = List.of(click(0, HOME, FIRST), click(1, HOME, SECOND), click(2, HOME, FIRST));
    assertEquals(
        List.of(outcome(clicks.get(0)), outcome(clicks.get(1))),
        sorted(Attribution.of(clicks, List.of())));
  }

  @Test
  void whatIsGivenBackIsTakenFromTheCounts() {
    var clicks = List.of(click(0, HOME, FIRST));
    var cell = new Cell("shop", LocalDate.of(2026, 3, 2), HOME, "tea");
    assertEquals(
        Map.of(cell, new Counts(0, 0, -1, Map.of("EUR", -12L))),
        Attribution.difference(
            "shop",
            Attribution.of(clicks, List.of(sale(1, 12))),
            Attribution.of(clicks, List.of())));
  }

  @Test
  void valuesOfDifferentCurrenciesAreNotAddedUpAndSumsDoNotOverflow() {
    var sum =
        new Counts(0, 0, 1, Map.of("EUR", 5L, "JPY", Long.MAX_VALUE))
            .plus(new Counts(0, 0, 1, Map.of("EUR", -5L, "JPY", 1L)));
    assertEquals(new Counts(0, 0, 2, Map.of("JPY", Long.MAX_VALUE)), sum);
  }

  /** Something that was heard of. */
  private sealed interface News {

    record Clicked(Click click) implements News {}

    record Bought(Purchase purchase) implements News {}

    record GaveBack(Refund refund) implements News {}
  }

  @Property
  void theCountsAreAFunctionOfWhatHappened(@ForAll("news") List<News> happened) {
    var counts = new HashMap<Cell, Counts>();
    List<Outcome> before = List.of();
    for (int heard = 1; heard <= happened.size(); heard++) {
      var now = outcomes(happened.subList(0, heard));
      Attribution.difference("shop", before, now)
          .forEach((cell, added) -> counts.merge(cell, added, Counts::plus));
      before = now;
    }
    counts.values().removeIf(Counts.NONE::equals);
    assertEquals(Attribution.difference("shop", List.of(), outcomes(happened.reversed())), counts);
    assertTrue(counts.values().stream().allMatch(one -> one.purchases() <= one.clicks()));
  }

  @Provide
  Arbitrary<List<News>> news() {
    return Arbitraries.oneOf(clicks(), orders(), refunds()).list().ofMaxSize(12);
  }

  private static Arbitrary<News> clicks() {
    return Combinators.combine(
            Arbitraries.of("tea", "cup"),
            Arbitraries.integers().between(0, 10),
            Arbitraries.of(HOME, CART),
            Arbitraries.of(FIRST, SECOND))
        .as((product, day, source, item) ->
            new News.Clicked(new Click(product, item, at(day), source)));
  }

  private static Arbitrary<News> orders() {
    return Combinators.combine(
            Arbitraries.of("1", "2", "3"),
            Arbitraries.integers().between(0, 10),
            Arbitraries.of("tea", "cup").set().ofMinSize(1),
            Arbitraries.longs().between(1, 3),
            Arbitraries.of("", "EUR", "JPY"))
        .as((order, day, products, pieces, currency) -> {
          var lines = new TreeMap<String, Long>();
          products.forEach(product -> lines.put(product, pieces));
          var micros = new HashMap<String, Long>();
          products.forEach(product -> micros.put(product, pieces * 10));
          return new News.Bought(
              new Purchase(order, at(day), 1, new Lines(lines), micros, currency));
        });
  }

  private static Arbitrary<News> refunds() {
    return Combinators.combine(
            Arbitraries.of("1", "2", "3", "unknown"),
            Arbitraries.integers().between(0, 12),
            Arbitraries.of("tea", "cup"),
            Arbitraries.longs().between(1, 3))
        .as((order, day, product, pieces) ->
            new News.GaveBack(
                new Refund(
                    order + day + product + pieces,
                    at(day),
                    Optional.of(order),
                    OptionalLong.empty(),
                    new Lines(new TreeMap<>(Map.of(product, pieces))))));
  }

  /** Each refund once, as the table of refunds has them. */
  private static List<Outcome> outcomes(List<News> heard) {
    var clicks = new ArrayList<Click>();
    var purchases = new ArrayList<Purchase>();
    var refunds = new HashMap<String, Refund>();
    for (var news : heard) {
      switch (news) {
        case News.Clicked(Click click) -> clicks.add(click);
        case News.Bought(Purchase purchase) -> purchases.add(purchase);
        case News.GaveBack(Refund refund) -> refunds.put(refund.messageId(), refund);
      }
    }
    var sales =
        Settlement.of(purchases, refunds.values()).stream()
            .flatMap(kept ->
                kept.left().keySet().stream()
                    .map(product ->
                        new Sale(
                            kept.purchase().orderKey(),
                            kept.purchase().occurredAt(),
                            product,
                            new Money(
                                kept.purchase().currency(),
                                kept.purchase().lineMicros().getOrDefault(product, 0L)))))
            .toList();
    return Attribution.of(clicks, sales);
  }

  private static List<Outcome> sorted(List<Outcome> outcomes) {
    return outcomes.stream()
        .sorted(Comparator.comparing((Outcome one) -> one.click().at()))
        .toList();
  }

  private static Outcome outcome(Click click) {
    return new Outcome(click, Optional.empty());
  }

  private static Outcome outcome(Click click, long boughtMicros) {
    return new Outcome(click, Optional.of(new Money("EUR", boughtMicros)));
  }

  private static Click click(int day, Source source, UUID item) {
    return new Click("tea", item, at(day), source);
  }

  private static Sale sale(int day, long valueMicros) {
    return new Sale("order-" + day, at(day), "tea", new Money("EUR", valueMicros));
  }

  private static Instant at(int day) {
    return MONDAY.plus(Duration.ofDays(day));
  }
}
