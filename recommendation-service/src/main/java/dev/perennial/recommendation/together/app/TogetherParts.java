package dev.perennial.recommendation.together.app;

import dev.perennial.recommendation.shop.app.RecommendationConfig;
import dev.perennial.recommendation.shop.domain.Part;
import dev.perennial.recommendation.together.domain.Guard;
import dev.perennial.recommendation.together.domain.ModelSettings;
import dev.perennial.recommendation.together.domain.TogetherPart;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** How models are made, and kept in snapshots. */
final class TogetherParts {

  private TogetherParts() {}

  @Produces
  @Singleton
  static ModelSettings settings(TogetherConfig config, RecommendationConfig guarding) {
    return new ModelSettings(
        config.halfLife(),
        config.neighbours(),
        config.ridge(),
        config.partners(),
        new Guard(guarding.minPairOrders(), guarding.minChiSquare()));
  }

  @Produces
  @Singleton
  static Part models(ModelSettings settings) {
    return new TogetherPart(settings);
  }
}
