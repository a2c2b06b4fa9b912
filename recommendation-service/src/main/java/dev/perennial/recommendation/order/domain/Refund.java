package dev.perennial.recommendation.order.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What was given back.
 *
 * @param orderKey the order that it says it is for, known or not
 * @param valueMicros what was paid back; empty when not said
 * @param lines empty when it names no products
 */
public record Refund(
    String messageId,
    Instant occurredAt,
    Optional<String> orderKey,
    OptionalLong valueMicros,
    Lines lines) {

  public Refund {
    requireNonNull(messageId, "messageId");
    requireNonNull(occurredAt, "occurredAt");
    requireNonNull(orderKey, "orderKey");
    requireNonNull(valueMicros, "valueMicros");
    requireNonNull(lines, "lines");
  }

  /** An order that never came about: as if all of it had been given back. */
  public static Refund cancelled(String messageId, Instant occurredAt, String orderKey) {
    return new Refund(
        messageId, occurredAt, Optional.of(orderKey), OptionalLong.empty(), Lines.NONE);
  }

  /** Whether any of an order may be taken by it, looking at times and names only. */
  public boolean mayTakeFrom(Purchase order) {
    return !order.occurredAt().isAfter(occurredAt)
        || orderKey.filter(order.orderKey()::equals).isPresent();
  }

  /** Whether it takes all of its order: it names no products, and gives back no less than paid. */
  boolean takesAllOf(Purchase order) {
    return lines.isEmpty() && valueMicros.orElse(Long.MAX_VALUE) >= order.valueMicros();
  }
}
