package dev.perennial.recommendation.together.app;

import dev.perennial.recommendation.serving.domain.Strategy;
import dev.perennial.recommendation.shop.app.RecommendationConfig;
import dev.perennial.recommendation.together.domain.FrequentlyBoughtTogether;
import dev.perennial.recommendation.together.domain.Guard;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The strategies of this feature, as they are set. */
final class TogetherStrategies {

  private TogetherStrategies() {}

  @Produces
  @Singleton
  static Strategy frequentlyBoughtTogether(RecommendationConfig config) {
    var guard = new Guard(config.minPairOrders(), config.minChiSquare());
    return new FrequentlyBoughtTogether(guard, config.profileSeeds());
  }
}
