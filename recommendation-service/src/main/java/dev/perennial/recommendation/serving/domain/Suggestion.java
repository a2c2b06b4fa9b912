package dev.perennial.recommendation.serving.domain;

import dev.perennial.recommendation.catalog.domain.CatalogEntry;
import java.util.Optional;

/**
 * A product to show.
 *
 * @param name the one in the catalog, else the last one an order gave it, else empty
 * @param entry empty when the catalog does not know it
 * @param score higher is better, comparable within one answer and strategy only
 * @param strategy the key of the link that served it; empty when it was pinned
 * @param evidence empty when it was pinned
 */
public record Suggestion(
    String product,
    String name,
    Optional<CatalogEntry> entry,
    double score,
    Optional<String> strategy,
    Optional<Evidence> evidence) {

  public boolean pinned() {
    return strategy.isEmpty();
  }
}
