package dev.perennial.recommendation.attribution.domain;

import java.time.Instant;

/**
 * A product in an order of a person, of which any is left after refunds.
 *
 * @param value price times quantity
 */
public record Sale(String order, Instant at, String product, Money value) {}
