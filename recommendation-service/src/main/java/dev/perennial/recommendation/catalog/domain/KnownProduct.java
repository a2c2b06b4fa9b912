package dev.perennial.recommendation.catalog.domain;

import static java.util.Objects.requireNonNull;

/**
 * A product of which anything is known.
 *
 * @param told whether the catalog tells of it, rather than events
 */
public record KnownProduct(CatalogProduct product, boolean told) {

  public KnownProduct {
    requireNonNull(product, "product");
  }
}
