package dev.perennial.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the shop's site would have sent: names of Segment's e-commerce spec, and message ids made
 * from the shop's own numbers, so that sending twice counts once.
 */
final class ShopEvents {

  private final ObjectMapper json;

  ShopEvents(ObjectMapper json) {
    this.json = json;
  }

  /**
   * An event an invoice, in order, each customer identified before their first one; made as they
   * are asked for.
   */
  Stream<ObjectNode> of(List<Invoice> invoices) {
    var identified = new HashSet<String>();
    return invoices.stream()
        .flatMap(invoice ->
            Stream.concat(
                invoice
                    .customer()
                    .filter(identified::add)
                    .map(customer -> identify(customer, invoice))
                    .stream(),
                Stream.of(track(invoice))));
  }

  private ObjectNode identify(String customer, Invoice first) {
    var event = json.createObjectNode();
    event.put("type", "identify");
    event.put("messageId", "customer-" + customer);
    event.put("userId", customer);
    event.put("timestamp", first.issuedAt().toString());
    event
        .putObject("traits")
        .put("country", first.country())
        .put("email", "customer-" + customer + "@example.com");
    return event;
  }

  private ObjectNode track(Invoice invoice) {
    var event = json.createObjectNode();
    event.put("type", "track");
    event.put("messageId", "invoice-" + invoice.number());
    invoice
        .customer()
        .ifPresentOrElse(
            customer -> event.put("userId", customer),
            () -> event.put("anonymousId", "visitor-" + invoice.number()));
    event.put("timestamp", invoice.issuedAt().toString());
    var properties = json.createObjectNode().put("currency", "GBP");
    switch (invoice.kind()) {
      case ORDER -> {
        event.put("event", "Order Completed");
        properties.put("order_id", invoice.number());
      }
      // The shop did not write down which order a refund belongs to.
      case REFUND -> {
        event.put("event", "Order Refunded");
        properties.put("refund_id", invoice.number());
      }
      case ADJUSTMENT -> {
        event.put("event", "Balance Adjusted");
        properties.put("value", invoice.value());
      }
    }
    event.set("properties", withProducts(properties, invoice));
    return event;
  }

  private static ObjectNode withProducts(ObjectNode properties, Invoice invoice) {
    int sign = invoice.kind() == Invoice.Kind.REFUND ? -1 : 1;
    var products = properties.putArray("products");
    for (var line : invoice.lines()) {
      products
          .addObject()
          .put("product_id", line.stockCode())
          .put("name", line.description())
          .put("price", line.price())
          .put("quantity", sign * line.quantity());
    }
    return properties;
  }
}
