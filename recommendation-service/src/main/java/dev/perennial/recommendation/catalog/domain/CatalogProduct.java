package dev.perennial.recommendation.catalog.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A product as the shop told it.
 *
 * @param custom a JSON object of the shop's own fields
 * @param version 1 for what was told first, one more with each change
 */
public record CatalogProduct(
    ProductKey key, CatalogEntry entry, String custom, long version, Instant changedAt) {

  public CatalogProduct {
    requireNonNull(key, "key");
    requireNonNull(entry, "entry");
    requireNonNull(custom, "custom");
    requireNonNull(changedAt, "changedAt");
  }

  boolean saysTheSameAs(CatalogProduct other) {
    return entry.equals(other.entry) && custom.equals(other.custom);
  }
}
