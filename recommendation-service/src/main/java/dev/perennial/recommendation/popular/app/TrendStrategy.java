package dev.perennial.recommendation.popular.app;

import dev.perennial.recommendation.popular.domain.Trending;
import dev.perennial.recommendation.serving.domain.Strategy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What trends, as a strategy of the service. */
final class TrendStrategy {

  private TrendStrategy() {}

  @Produces
  @Singleton
  static Strategy trending() {
    return new Trending();
  }
}
