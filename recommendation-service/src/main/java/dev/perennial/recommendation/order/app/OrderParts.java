package dev.perennial.recommendation.order.app;

import dev.perennial.recommendation.order.domain.BasketsPart;
import dev.perennial.recommendation.order.domain.MergesPart;
import dev.perennial.recommendation.shop.domain.Part;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What a snapshot holds of orders. */
final class OrderParts {

  private OrderParts() {}

  @Produces
  @Singleton
  static Part baskets() {
    return new BasketsPart();
  }

  @Produces
  @Singleton
  static Part merges() {
    return new MergesPart();
  }
}
