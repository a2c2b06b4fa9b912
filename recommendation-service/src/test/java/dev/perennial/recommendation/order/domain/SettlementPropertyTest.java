package dev.perennial.recommendation.order.domain;

import static dev.perennial.recommendation.order.domain.Orders.day;
import static dev.perennial.recommendation.order.domain.Orders.lines;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SettlementPropertyTest {

  /**
   * Heard one by one, in any order, looking each time only at the orders that the store brings (the
   * order itself and, where a refund may matter, those that one may take from), it ends as heard
   * all at once.
   */
  @Property
  void anyOrderOfTheSameActivitiesEndsInTheSameBaskets(
      @ForAll("purchases") List<Purchase> purchases,
      @ForAll("refunds") List<Refund> refunds,
      @ForAll Random random) {
    var heard = new ArrayList<Object>(purchases);
    heard.addAll(refunds);
    Collections.shuffle(heard, random);

    var known = new HashMap<String, Kept>();
    var waiting = new ArrayList<Refund>();
    for (Object one : heard) {
      if (one instanceof Refund refund) {
        waiting.add(refund);
      }
      var concerned = new ArrayList<Purchase>();
      known.values().stream()
          .map(Kept::purchase)
          .filter(order -> isTold(order, one) || isUnsettled(one, known, waiting))
          .filter(order -> isTold(order, one) || isRefundable(order, waiting))
          .forEach(concerned::add);
      if (one instanceof Purchase purchase) {
        concerned.add(purchase);
      }
      Settlement.of(concerned, waiting)
          .forEach(kept -> known.put(kept.purchase().orderKey(), kept));
    }

    assertEquals(new HashSet<>(Settlement.of(purchases, refunds)), new HashSet<>(known.values()));
  }

  @Property
  void nothingIsTakenThatWasNotRefunded(
      @ForAll("purchases") List<Purchase> purchases,
      @ForAll("refundsOfPieces") List<Refund> refunds) {
    long bought = 0;
    long left = 0;
    for (Kept kept : Settlement.of(purchases, refunds)) {
      bought += sum(kept.purchase().lines().pieces());
      left += sum(kept.left());
    }
    long refunded = refunds.stream().mapToLong(refund -> sum(refund.lines().pieces())).sum();
    assertEquals(Math.max(left, bought - refunded), left);
  }

  private static boolean isTold(Purchase order, Object heard) {
    return heard instanceof Purchase same && same.orderKey().equals(order.orderKey());
  }

  private static boolean isUnsettled(Object heard, Map<String, Kept> known, List<Refund> refunds) {
    return !(heard instanceof Purchase purchase)
        || known.containsKey(purchase.orderKey())
        || refunds.stream().anyMatch(refund -> refund.mayTakeFrom(purchase));
  }

  private static boolean isRefundable(Purchase order, List<Refund> refunds) {
    return refunds.stream()
        .anyMatch(refund ->
            refund.orderKey().equals(Optional.of(order.orderKey()))
                || !Collections.disjoint(
                    refund.lines().pieces().keySet(), order.lines().pieces().keySet()));
  }

  private static long sum(Map<String, Long> pieces) {
    return pieces.values().stream().mapToLong(Long::longValue).sum();
  }

  @Provide
  Arbitrary<List<Purchase>> purchases() {
    return Combinators.combine(orderKeys(), days(), values(), pieces())
        .as((key, day, value, pieces) -> new Purchase(key, day(day), value, lines(pieces)))
        .list()
        .ofMaxSize(6);
  }

  /** Some name no products: they take all of an order, if they pay back as much as it cost. */
  @Provide
  Arbitrary<List<Refund>> refunds() {
    return refund().list().uniqueElements(Refund::messageId).ofMaxSize(5);
  }

  /** An amount of pieces only: a refund of an order's money may take what it does not name. */
  @Provide
  Arbitrary<List<Refund>> refundsOfPieces() {
    return refund()
        .filter(refund -> !refund.lines().isEmpty())
        .list()
        .uniqueElements(Refund::messageId)
        .ofMaxSize(5);
  }

  private static Arbitrary<Refund> refund() {
    return Combinators.combine(
            messages(), orderKeys().optional(), days(), values().optional(), pieces())
        .as((message, order, day, value, pieces) ->
            new Refund(
                message,
                day(day),
                order,
                value.map(OptionalLong::of).orElse(OptionalLong.empty()),
                lines(pieces)));
  }

  private static Arbitrary<Long> values() {
    return Arbitraries.of(1_000_000L, 2_000_000L);
  }

  private static Arbitrary<String> orderKeys() {
    return Arbitraries.of("1", "2", "3", "4", "5");
  }

  private static Arbitrary<String> messages() {
    return Arbitraries.of("a", "b", "c", "d", "e", "f", "g");
  }

  private static Arbitrary<Integer> days() {
    return Arbitraries.integers().between(1, 4);
  }

  private static Arbitrary<Map<String, Long>> pieces() {
    Set<String> products = Set.of("cup", "plate", "spoon", "tray");
    return Arbitraries.maps(Arbitraries.of(products), Arbitraries.longs().between(1, 5))
        .ofMaxSize(3);
  }
}
