package dev.perennial.recommendation.attribution.domain;

import java.time.Instant;

/**
 * A product in an order of a person, of which any is left after refunds.
 *
 * @param valueMicros price times quantity, in millionths of the currency's unit
 */
public record Sale(String order, Instant at, String product, long valueMicros) {}
