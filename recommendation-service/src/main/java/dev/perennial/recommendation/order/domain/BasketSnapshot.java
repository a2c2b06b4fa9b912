package dev.perennial.recommendation.order.domain;

/**
 * The orders of a shop as they were at one moment, to compute on while the shop goes on. It is
 * quick to make, as it shares the orders with the index, which never change.
 *
 * @param productIds by product number
 * @param orders in no order
 * @param version of the index; see {@link BasketIndex#version}
 */
public record BasketSnapshot(String[] productIds, PastOrder[] orders, long version) {}
