package dev.perennial.recommendation.similar.app;

import dev.perennial.recommendation.serving.domain.Strategy;
import dev.perennial.recommendation.similar.domain.SameBrand;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The strategies that go by what products are. */
final class ContentStrategies {

  private ContentStrategies() {}

  @Produces
  @Singleton
  static Strategy sameBrand() {
    return new SameBrand();
  }
}
