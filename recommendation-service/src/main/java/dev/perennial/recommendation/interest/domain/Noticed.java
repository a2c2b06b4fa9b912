package dev.perennial.recommendation.interest.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * News of a product that a person is interested in, as far as it still holds.
 *
 * @param priceMicros what it costs now; of a price drop, less than before
 * @param previousPriceMicros what it cost before a price drop; empty for other news
 * @param currency ISO 4217; empty when not said
 */
public record Noticed(
    String product,
    News.Kind kind,
    News.Reason reason,
    Instant at,
    OptionalLong priceMicros,
    OptionalLong previousPriceMicros,
    String currency) {

  public Noticed {
    requireNonNull(product, "product");
    requireNonNull(kind, "kind");
    requireNonNull(reason, "reason");
    requireNonNull(at, "at");
    requireNonNull(currency, "currency");
    if (kind == News.Kind.PRICE_DROPPED
        && (previousPriceMicros.isEmpty() || priceMicros.isEmpty())) {
      throw new IllegalArgumentException("a price drop has two prices");
    }
  }

  /** The part of the price before that it is cheaper by, from 0 to 1. */
  double drop() {
    double before = previousPriceMicros.orElse(0);
    return before > 0 ? (before - priceMicros.orElse(0)) / before : 0;
  }
}
