package dev.perennial.recommendation.order.domain;

/**
 * The orders of a shop as they were at one moment, to compute on while the shop goes on.
 *
 * @param productIds by product number
 * @param orders the id of each order
 * @param seconds since the epoch, when each happened
 * @param contents the product numbers that each holds; shared with the index and never changed
 * @param version of the index; see {@link BasketIndex#version}
 */
public record BasketSnapshot(
    String[] productIds, long[] orders, long[] seconds, int[][] contents, long version) {}
