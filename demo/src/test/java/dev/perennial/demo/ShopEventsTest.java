package dev.perennial.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShopEventsTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  private final ShopEvents events = new ShopEvents(new ObjectMapper());

  @Test
  void aCustomerIsIdentifiedOnceBeforeTheirFirstInvoice() {
    var sent = events.of(List.of(invoice("1", "17850", 6), invoice("2", "17850", 1))).toList();
    assertEquals(
        List.of("customer-17850", "invoice-1", "invoice-2"),
        sent.stream().map(e -> e.path("messageId").asText()).toList());
    assertEquals("customer-17850@example.com", sent.getFirst().at("/traits/email").asText());
  }

  @Test
  void anInvoiceWithoutACustomerIsAVisitorOfItsOwn() {
    var order = only(invoice("7", "", 2));
    assertEquals("visitor-7", order.path("anonymousId").asText());
    assertTrue(order.path("userId").isMissingNode());
  }

  @Test
  void aRefundStatesWhatWentBackInPiecesAboveZero() {
    var refund = only(invoice("C8", "", -3));
    assertEquals("Order Refunded", refund.path("event").asText());
    assertEquals(3, refund.at("/properties/products/0/quantity").asInt());
  }

  @Test
  void anAdjustmentKeepsItsSign() {
    var adjustment = only(invoice("A9", "", -1));
    assertEquals("Balance Adjusted", adjustment.path("event").asText());
    assertEquals(new BigDecimal("-2.55"), adjustment.at("/properties/value").decimalValue());
  }

  private ObjectNode only(Invoice invoice) {
    return events.of(List.of(invoice)).toList().getFirst();
  }

  private static Invoice invoice(String number, String customer, long quantity) {
    var line = new Invoice.Line("85123A", "T-LIGHT HOLDER", quantity, new BigDecimal("2.55"));
    return new Invoice(
        number,
        NOON,
        Optional.of(customer).filter(c -> !c.isEmpty()),
        "United Kingdom",
        List.of(line));
  }
}
