package dev.perennial.recommendation.catalog.app;

import dev.perennial.recommendation.catalog.domain.CatalogPart;
import dev.perennial.recommendation.shop.domain.Part;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What a snapshot holds of the catalog. */
final class CatalogParts {

  private CatalogParts() {}

  @Produces
  @Singleton
  static Part catalog() {
    return new CatalogPart();
  }
}
