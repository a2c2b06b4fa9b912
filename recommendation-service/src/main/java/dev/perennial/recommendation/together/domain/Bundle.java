package dev.perennial.recommendation.together.domain;

import java.util.Arrays;

/**
 * Products that orders hold together.
 *
 * @param products by their numbers in the shop, ordered by id
 * @param bundleOrders orders that hold all of them
 * @param orders all orders
 * @param lift so many times as many as if two parts of it, or all products, were bought without
 *     regard to each other: against the likeliest of these, so that each product adds to the rest
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
    return strength(bundleOrders, lift);
  }

  static double strength(int bundleOrders, double lift) {
    return bundleOrders * Math.log(lift);
  }
}
