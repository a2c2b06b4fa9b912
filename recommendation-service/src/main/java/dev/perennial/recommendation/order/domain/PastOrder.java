package dev.perennial.recommendation.order.domain;

import java.time.Instant;

/**
 * An order as it is remembered.
 *
 * @param products by number, each once; never changed, by nobody
 */
public record PastOrder(Instant at, int[] products) {}
