package dev.perennial.recommendation.catalog.domain;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The entries of a workspace by the number of the product. Not safe for use by many threads. */
public final class Catalog {

  private @Nullable CatalogEntry[] entries = new @Nullable CatalogEntry[64];
  private int size;
  private int end;

  /** How many products have an entry, those taken out included. */
  public int size() {
    return size;
  }

  /** All products with an entry have a number below this. */
  public int end() {
    return end;
  }

  /** Empty when the catalog never told of the product. */
  public Optional<CatalogEntry> entry(int product) {
    return product < 0 || product >= end ? Optional.empty() : Optional.ofNullable(entries[product]);
  }

  public void put(int product, CatalogEntry entry) {
    if (product >= entries.length) {
      entries = Arrays.copyOf(entries, Math.max(product + 1, entries.length * 2));
    }
    size += entries[product] == null ? 1 : 0;
    end = Math.max(end, product + 1);
    entries[product] = entry;
  }
}
