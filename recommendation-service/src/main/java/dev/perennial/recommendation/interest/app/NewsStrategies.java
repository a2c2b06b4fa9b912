package dev.perennial.recommendation.interest.app;

import dev.perennial.recommendation.interest.domain.LatestNewsStrategy;
import dev.perennial.recommendation.serving.domain.Strategy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The strategies of this feature. */
final class NewsStrategies {

  private NewsStrategies() {}

  @Produces
  @Singleton
  static Strategy priceDrops() {
    return LatestNewsStrategy.priceDrops();
  }

  @Produces
  @Singleton
  static Strategy backInStock() {
    return LatestNewsStrategy.backInStock();
  }
}
