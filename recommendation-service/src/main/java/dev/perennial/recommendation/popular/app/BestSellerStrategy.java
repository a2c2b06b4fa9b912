package dev.perennial.recommendation.popular.app;

import dev.perennial.recommendation.popular.domain.BestSellers;
import dev.perennial.recommendation.serving.domain.Strategy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Best sellers, as a strategy of the service. */
final class BestSellerStrategy {

  private BestSellerStrategy() {}

  @Produces
  @Singleton
  static Strategy bestSellers() {
    return new BestSellers();
  }
}
