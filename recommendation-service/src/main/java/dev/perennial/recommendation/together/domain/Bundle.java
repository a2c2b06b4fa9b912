package dev.perennial.recommendation.together.domain;

import java.util.Arrays;

/**
 * Products that orders hold together.
 *
 * @param products by their numbers in the shop, ordered by id
 * @param bundleOrders orders that hold all of them
 * @param orders all orders
 * @param lift so many times as many as if they were bought without regard to each other
 */
public record Bundle(int[] products, int bundleOrders, int orders, double lift) {

  public double support() {
    return (double) bundleOrders / orders;
  }

  boolean holds(int product) {
    return Arrays.stream(products).anyMatch(one -> one == product);
  }

  /** How many products of this one are in the other. */
  long common(Bundle other) {
    return Arrays.stream(products).filter(other::holds).count();
  }

  /** By how much the orders that hold it tell it from chance: the pointwise mutual information. */
  double strength() {
    return bundleOrders * Math.log(lift);
  }
}
