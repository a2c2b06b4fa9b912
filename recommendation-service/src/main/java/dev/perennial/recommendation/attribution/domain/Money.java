package dev.perennial.recommendation.attribution.domain;

import static java.util.Objects.requireNonNull;

/**
 * What was paid.
 *
 * @param currency ISO 4217, empty when it was not said
 * @param micros millionths of the currency's unit
 */
public record Money(String currency, long micros) {

  public Money {
    requireNonNull(currency, "currency");
  }
}
