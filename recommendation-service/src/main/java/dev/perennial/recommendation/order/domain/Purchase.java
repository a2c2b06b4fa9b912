package dev.perennial.recommendation.order.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * An order that counts.
 *
 * @param orderKey the id of the order; of the message when the order has none
 * @param valueMicros above 0
 */
public record Purchase(String orderKey, Instant occurredAt, long valueMicros, Lines lines) {

  public Purchase {
    requireNonNull(orderKey, "orderKey");
    requireNonNull(occurredAt, "occurredAt");
    requireNonNull(lines, "lines");
    if (valueMicros <= 0) {
      throw new IllegalArgumentException("an order counts when its value is above 0");
    }
  }

  /**
   * The same order told once more: by the browser and by the server, or in parts. Commutative,
   * associative and idempotent, so that neither order nor repetition of the tellings matters.
   */
  public Purchase toldAgain(Purchase other) {
    if (!orderKey.equals(other.orderKey)) {
      throw new IllegalArgumentException("not the same order");
    }
    return new Purchase(
        orderKey,
        occurredAt.isBefore(other.occurredAt) ? occurredAt : other.occurredAt,
        Math.max(valueMicros, other.valueMicros),
        lines.union(other.lines));
  }
}
