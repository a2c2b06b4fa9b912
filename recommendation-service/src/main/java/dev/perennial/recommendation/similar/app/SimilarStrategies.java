package dev.perennial.recommendation.similar.app;

import dev.perennial.recommendation.serving.domain.Strategy;
import dev.perennial.recommendation.similar.domain.Contrasts;
import dev.perennial.recommendation.similar.domain.Contrasts.Side;
import dev.perennial.recommendation.similar.domain.Similar;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The strategies of this feature. */
final class SimilarStrategies {

  private SimilarStrategies() {}

  @Produces
  @Singleton
  static Strategy similar() {
    return new Similar();
  }

  @Produces
  @Singleton
  static Strategy substitutes() {
    return new Contrasts(Side.SUBSTITUTES);
  }

  @Produces
  @Singleton
  static Strategy complements() {
    return new Contrasts(Side.COMPLEMENTS);
  }
}
