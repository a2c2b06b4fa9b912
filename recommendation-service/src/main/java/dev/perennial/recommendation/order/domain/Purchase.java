package dev.perennial.recommendation.order.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * An order that counts.
 *
 * @param orderKey the id of the order; of the message when the order has none
 * @param valueMicros above 0
 * @param lineMicros price times quantity by product, where it is known
 * @param currency of the amounts, ISO 4217; empty when it is not said
 */
public record Purchase(
    String orderKey,
    Instant occurredAt,
    long valueMicros,
    Lines lines,
    Map<String, Long> lineMicros,
    String currency) {

  public Purchase {
    requireNonNull(orderKey, "orderKey");
    requireNonNull(occurredAt, "occurredAt");
    requireNonNull(lines, "lines");
    requireNonNull(currency, "currency");
    lineMicros = Map.copyOf(lineMicros);
    if (valueMicros <= 0) {
      throw new IllegalArgumentException("an order counts when its value is above 0");
    }
  }

  /** An order of which the prices of the lines are not known. */
  public Purchase(String orderKey, Instant occurredAt, long valueMicros, Lines lines) {
    this(orderKey, occurredAt, valueMicros, lines, Map.of(), "");
  }

  /**
   * The same order told once more: by the browser and by the server, or in parts. Commutative,
   * associative and idempotent, so that neither order nor repetition of the tellings matters.
   */
  public Purchase toldAgain(Purchase other) {
    if (!orderKey.equals(other.orderKey)) {
      throw new IllegalArgumentException("not the same order");
    }
    var values = new HashMap<>(lineMicros);
    other.lineMicros.forEach((product, value) -> values.merge(product, value, Math::max));
    return new Purchase(
        orderKey,
        occurredAt.isBefore(other.occurredAt) ? occurredAt : other.occurredAt,
        Math.max(valueMicros, other.valueMicros),
        lines.union(other.lines),
        values,
        // One that is said counts more than none.
        currency.compareTo(other.currency) < 0 ? other.currency : currency);
  }
}
