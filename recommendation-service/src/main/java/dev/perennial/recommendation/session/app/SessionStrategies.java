package dev.perennial.recommendation.session.app;

import dev.perennial.recommendation.serving.domain.Strategy;
import dev.perennial.recommendation.session.domain.NextInSession;
import dev.perennial.recommendation.session.domain.NextInSession.Settings;
import dev.perennial.recommendation.session.domain.RecentlyViewed;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The strategies of this feature. */
final class SessionStrategies {

  private SessionStrategies() {}

  @Produces
  @Singleton
  static Strategy nextInSession() {
    return new NextInSession(Settings.DEFAULT);
  }

  @Produces
  @Singleton
  static Strategy recentlyViewed() {
    return new RecentlyViewed();
  }
}
