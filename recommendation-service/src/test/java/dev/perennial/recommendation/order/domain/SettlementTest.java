package dev.perennial.recommendation.order.domain;

import static dev.perennial.recommendation.order.domain.Orders.day;
import static dev.perennial.recommendation.order.domain.Orders.order;
import static dev.perennial.recommendation.order.domain.Orders.refund;
import static dev.perennial.recommendation.order.domain.Orders.refundOf;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SettlementTest {

  private static final Purchase FIRST = order("1", 1, Map.of("cup", 2L, "plate", 6L));
  private static final Purchase SECOND = order("2", 5, Map.of("cup", 3L));

  @Test
  void whatWasNotRefundedIsLeft() {
    assertEquals(
        Map.of("1", Map.of("cup", 2L, "plate", 6L), "2", Map.of("cup", 3L)),
        left(List.of(FIRST, SECOND)));
  }

  @Test
  void aRefundTakesFromTheOrderThatItNames() {
    assertEquals(
        Map.of("1", Map.of("cup", 1L, "plate", 6L), "2", Map.of("cup", 3L)),
        left(List.of(FIRST, SECOND), refundOf("1", "r", 9, Map.of("cup", 1L))));
  }

  @Test
  void aRefundOfAnOrderTakesNoMoreThanTheOrderHolds() {
    assertEquals(
        Map.of("1", Map.of("plate", 6L), "2", Map.of("cup", 3L)),
        left(List.of(FIRST, SECOND), refundOf("1", "r", 9, Map.of("cup", 7L))));
  }

  @Test
  void aRefundOfNoKnownOrderTakesFromTheLatestFirst() {
    assertEquals(
        Map.of("1", Map.of("cup", 1L, "plate", 6L), "2", Map.of()),
        left(List.of(FIRST, SECOND), refundOf("C9", "r", 9, Map.of("cup", 4L))));
  }

  @Test
  void aRefundDoesNotTakeFromALaterOrder() {
    assertEquals(
        Map.of("1", Map.of("plate", 6L), "2", Map.of("cup", 3L)),
        left(List.of(FIRST, SECOND), refund("r", 4, Map.of("cup", 4L))));
  }

  @Test
  void aRefundThatNamesItsOrderGoesBeforeOneThatDoesNot() {
    assertEquals(
        Map.of("1", Map.of("cup", 1L, "plate", 6L), "2", Map.of()),
        left(
            List.of(FIRST, SECOND),
            refund("early", 6, Map.of("cup", 1L)),
            refundOf("2", "late", 9, Map.of("cup", 3L))));
  }

  @Test
  void aCancelledOrderLeavesNothing() {
    assertEquals(
        Map.of("1", Map.of(), "2", Map.of("cup", 3L)),
        left(List.of(FIRST, SECOND), Refund.cancelled("r", day(2), "1")));
  }

  @Test
  void aRefundOfMoneyAloneTakesTheOrderOnlyWhenAllWasPaidBack() {
    assertEquals(
        Map.of("1", Map.of("cup", 2L, "plate", 6L), "2", Map.of()),
        left(
            List.of(FIRST, SECOND),
            moneyBack("1", FIRST.valueMicros() - 1),
            moneyBack("2", SECOND.valueMicros())));
  }

  @Test
  void anOrderToldTwiceCountsOnce() {
    assertEquals(
        Map.of("1", Map.of("cup", 1L, "plate", 6L)),
        left(List.of(FIRST, FIRST), refund("r", 3, Map.of("cup", 1L))));
  }

  @Test
  void anOrderToldInPartsIsTheUnionOfThem() {
    assertEquals(
        Map.of("1", Map.of("cup", 2L, "plate", 6L, "spoon", 4L)),
        left(List.of(FIRST, order("1", 1, Map.of("spoon", 4L)))));
  }

  private static Refund moneyBack(String order, long micros) {
    return new Refund(
        "money for " + order, day(9), Optional.of(order), OptionalLong.of(micros), Lines.NONE);
  }

  private static Map<String, Map<String, Long>> left(List<Purchase> orders, Refund... refunds) {
    return Settlement.of(orders, List.of(refunds)).stream()
        .collect(toMap(kept -> kept.purchase().orderKey(), Kept::left));
  }
}
