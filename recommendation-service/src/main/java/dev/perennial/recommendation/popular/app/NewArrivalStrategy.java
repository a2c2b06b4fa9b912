package dev.perennial.recommendation.popular.app;

import dev.perennial.recommendation.popular.domain.NewArrivals;
import dev.perennial.recommendation.serving.domain.Strategy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** New arrivals, as a strategy of the service. */
final class NewArrivalStrategy {

  private NewArrivalStrategy() {}

  @Produces
  @Singleton
  static Strategy newArrivals() {
    return new NewArrivals();
  }
}
