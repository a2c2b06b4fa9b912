package dev.perennial.evaluation.basket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.evaluation.basket.Protocol.Order;
import dev.perennial.evaluation.basket.Protocol.Question;
import dev.perennial.recommendation.person.domain.NextBest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Products are a, b, c, d, e; the customer asked about is the first. */
class PredictorTest {

  private static final Instant AT = Instant.parse("2011-06-01T12:00:00Z");

  @Test
  void frequenciesAreOfAllOfThePersonAndOfThePersonFilledUp() {
    var frequency =
        new Frequency(
            protocol(
                List.of(history("a", "ab"), history("c", "c", "c", "b", "b"), history("c", "d"))));
    assertEquals(List.of("c", "b", "a"), frequency.ofAll(question(), 3));
    assertEquals(List.of("a", "b"), frequency.ofPerson(question(), 3));
    assertEquals(List.of("a", "b", "c"), frequency.ofPersonThenAll(question(), 3));
  }

  @Test
  void withinAGroupAndFromGroupToGroupOrdersDecay() {
    // Of five orders in groups of two the first is alone: its order is not divided by two.
    // a: .5^2 / 3; b: .9 / 2 * .5 / 3 = .075; c: 1 / 2 * .5 / 3; d: .9 / 2 / 3; e: 1 / 2 / 3.
    var settings = new TifuKnn.Settings(2, 0.9, 0.5, 1, 1);
    var tifu = new TifuKnn(protocol(List.of(history("a", "b", "c", "d", "e"))), settings);
    // a and c have the same weight, and a comes first.
    assertEquals(List.of("e", "d", "a", "c", "b"), tifu.predict(question(), 5));
  }

  @Test
  void theNearestCustomerSaysWhatElseToBuy() {
    var settings = new TifuKnn.Settings(7, 1, 1, 1, 0.5);
    var protocol = protocol(List.of(history("ab"), history("de"), history("abc")));
    assertEquals(List.of("a", "b", "c"), new TifuKnn(protocol, settings).predict(question(), 5));
  }

  @Test
  void customersAlikeVoteWithTheirLastOrders() {
    var settings = new UserPopularity.Settings(1, 1, 0.5);
    // Both share one product with the customer; the second bought less besides.
    var protocol = protocol(List.of(history("ab"), history("acd", "c"), history("be", "e")));
    // a and b: 1 of the customer's own; e: 1 / sqrt(2 * 2); c: 1 / sqrt(2 * 3).
    assertEquals(
        List.of("a", "b", "e", "c"), new UserPopularity(protocol, settings).predict(question(), 5));
  }

  @Test
  void theServiceIsAskedAtTheTimeOfTheOrder() {
    var protocol = protocol(List.of(history("a", "ab"), history("c")));
    var served = new Served(Served.shop(protocol), new NextBest(), Optional.empty());
    assertEquals(List.of("a", "b"), served.predict(question(), 5));
  }

  @Test
  void figuresKeepRepeatAndExploreApart() {
    var protocol =
        new Protocol(
            List.of("a", "b", "c"),
            List.of(history("a", "ab")),
            List.of(new Question(0, AT, Set.of("a", "b", "c", "x"))));
    var figures = Figures.of(protocol, (_, _) -> List.of("a", "d", "c"));
    // Half of the truth, half of what was bought before, half of what is new.
    var cells = figures.cells();
    assertEquals(".5000", cells.get(0));
    assertEquals("1.0000", cells.get(2));
    assertEquals(".5000", cells.get(5));
    assertEquals(".5000", cells.get(6));
    assertEquals(".3333", cells.get(7));
  }

  @Test
  void whatIsWorseForEveryoneIsWorseByMoreThanChance() {
    var asked =
        List.of(
            new Question(0, AT, Set.of("a", "b")),
            new Question(0, AT, Set.of("a")),
            new Question(0, AT, Set.of("a", "c")));
    var protocol = new Protocol(List.of("a", "b", "c"), List.of(history("a")), asked);
    var right = Figures.of(protocol, (question, _) -> List.copyOf(question.truth()));
    var wrong = Figures.of(protocol, (_, _) -> List.of("d"));
    var lucky = Figures.of(protocol, (one, _) -> List.of(one.truth().contains("b") ? "a" : "d"));
    assertTrue(wrong.isWorseThan(right));
    assertFalse(right.isWorseThan(right));
    assertFalse(wrong.isWorseThan(lucky));
  }

  private static Protocol protocol(List<List<Order>> histories) {
    return new Protocol(List.of("a", "b", "c", "d", "e"), histories, List.of(question()));
  }

  private static Question question() {
    return new Question(0, AT, Set.of("a"));
  }

  /** Orders a day apart, each the letters of its products. */
  private static List<Order> history(String... orders) {
    return Arrays.stream(orders)
        .map(order -> new Order(AT.minusSeconds(86_400), order.chars().map(c -> c - 'a').toArray()))
        .toList();
  }
}
