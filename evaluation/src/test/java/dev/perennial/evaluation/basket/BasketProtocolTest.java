package dev.perennial.evaluation.basket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.evaluation.basket.Protocol.Question;
import dev.perennial.evaluation.retail.Invoice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BasketProtocolTest {

  private final List<Invoice> invoices = new ArrayList<>();

  @Test
  void theLastOfThreeOrdersIsAskedFor() {
    orders("ann", 1, "a").orders("ann", 2, "b", "a").orders("ann", 3, "c", "b");
    var protocol = Protocol.of(invoices, Instant.MAX);
    assertEquals(List.of(new Question(0, day(3), Set.of("b", "c"))), protocol.questions());
    assertEquals(List.of("a", "b"), protocol.products());
    assertArrayEquals(new int[] {0, 1}, protocol.histories().get(0).get(1).products());
  }

  @Test
  void allOrdersOfThoseWithFewerAreHistory() {
    orders("ann", 1, "a").orders("ann", 2, "b").orders("bob", 3, "c");
    var protocol = Protocol.of(invoices, Instant.MAX);
    assertEquals(List.of(), protocol.questions());
    assertEquals(List.of("a", "b", "c"), protocol.products());
  }

  @Test
  void whatIsNotAskedForStaysUnknown() {
    orders("ann", 1, "a").orders("ann", 2, "b").orders("ann", 3, "c");
    orders("bob", 1, "d").orders("bob", 2, "e").orders("bob", 3, "f");
    var protocol = Protocol.of(invoices, Instant.MAX).asking(one -> one.customer() == 1);
    assertEquals(List.of(new Question(1, day(3), Set.of("f"))), protocol.questions());
    assertEquals(List.of("a", "b", "d", "e"), protocol.products());
  }

  @Test
  void nothingAfterTheGivenDayIsSeen() {
    orders("ann", 1, "a").orders("ann", 2, "b").orders("ann", 3, "c").orders("ann", 4, "d");
    var protocol = Protocol.of(invoices, day(4));
    assertEquals(List.of(new Question(0, day(3), Set.of("c"))), protocol.questions());
  }

  @Test
  void ordersOfNobodyKnownAreLeftOut() {
    invoices.add(new Invoice("1", day(1), Optional.empty(), new TreeSet<>(Set.of("a"))));
    assertEquals(List.of(), Protocol.of(invoices, Instant.MAX).products());
  }

  private BasketProtocolTest orders(String customer, int day, String... products) {
    String number = "" + invoices.size();
    invoices.add(
        new Invoice(number, day(day), Optional.of(customer), new TreeSet<>(Set.of(products))));
    return this;
  }

  private static Instant day(int number) {
    return Instant.parse("2011-01-01T12:00:00Z").plusSeconds(86_400L * number);
  }
}
