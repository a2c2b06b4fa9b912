package dev.perennial.recommendation.serving.domain;

import dev.perennial.recommendation.catalog.domain.CatalogEntry;
import java.util.Optional;

/** A product that might be shown, as the rules see it. */
public record Item(int product, String id, Optional<CatalogEntry> entry, boolean bought) {}
