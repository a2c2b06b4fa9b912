package dev.perennial.recommendation.person.app;

import dev.perennial.recommendation.person.domain.BuyAgain;
import dev.perennial.recommendation.person.domain.NextBest;
import dev.perennial.recommendation.serving.domain.Strategy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The strategies of this feature. */
final class PersonStrategies {

  private PersonStrategies() {}

  @Produces
  @Singleton
  static Strategy nextBest() {
    return new NextBest();
  }

  @Produces
  @Singleton
  static Strategy buyAgain() {
    return new BuyAgain();
  }
}
