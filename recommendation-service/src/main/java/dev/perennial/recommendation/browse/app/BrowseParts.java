package dev.perennial.recommendation.browse.app;

import dev.perennial.recommendation.browse.domain.BrowsingPart;
import dev.perennial.recommendation.shop.domain.Part;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What a snapshot holds of what people look at. */
final class BrowseParts {

  private BrowseParts() {}

  @Produces
  @Singleton
  static Part browsing() {
    return new BrowsingPart();
  }
}
