package dev.perennial.recommendation.order.domain;

import static java.util.stream.Collectors.groupingBy;

import java.util.Arrays;
import java.util.List;

/**
 * The orders of a shop as they were at one moment, to compute on while the shop goes on. It is
 * quick to make, as it shares the orders with the index, which never change.
 *
 * @param productIds by product number
 * @param orders in no order
 * @param version of the index; see {@link BasketIndex#version}
 */
public record BasketSnapshot(String[] productIds, PastOrder[] orders, long version) {

  /** What each profile holds, its first order first; the profiles in no order. */
  public List<List<PastOrder>> histories() {
    var byBuyer =
        Arrays.stream(orders).sorted(PastOrder.BY_TIME).collect(groupingBy(PastOrder::buyer));
    return List.copyOf(byBuyer.values());
  }
}
