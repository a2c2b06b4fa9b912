package dev.perennial.recommendation.catalog.domain;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a workspace by the number of the product. What the shop tells of a product counts
 * more than what events show of it. Not safe for use by many threads.
 */
public final class Catalog {

  private @Nullable CatalogEntry[] entries = new @Nullable CatalogEntry[64];
  private final BitSet told = new BitSet();
  private int size;
  private int end;
  private long changes;

  /** How many products have an entry, those taken out included. */
  public int size() {
    return size;
  }

  /** All products with an entry have a number below this. */
  public int end() {
    return end;
  }

  /** How often it was changed: the same number means that nothing did. */
  public long changes() {
    return changes;
  }

  /** Empty when nothing is known of the product. */
  public Optional<CatalogEntry> entry(int product) {
    return product < 0 || product >= end ? Optional.empty() : Optional.ofNullable(entries[product]);
  }

  /** Whether the shop told of the product. */
  boolean isTold(int product) {
    return told.get(product);
  }

  /** Puts what the shop tells. */
  public void put(int product, CatalogEntry entry) {
    told.set(product);
    set(product, entry);
  }

  /** Puts what events show, unless the shop told of the product. */
  public void putSeen(int product, CatalogEntry entry) {
    if (!told.get(product)) {
      set(product, entry);
    }
  }

  /** The same as it is now, not changed by what comes later. */
  public Catalog copy() {
    var copy = new Catalog();
    copy.entries = Arrays.copyOf(entries, Math.max(1, end));
    copy.told.or(told);
    copy.size = size;
    copy.end = end;
    copy.changes = changes;
    return copy;
  }

  private void set(int product, CatalogEntry entry) {
    if (product >= entries.length) {
      entries = Arrays.copyOf(entries, Math.max(product + 1, entries.length * 2));
    }
    size += entries[product] == null ? 1 : 0;
    end = Math.max(end, product + 1);
    entries[product] = entry;
    changes++;
  }
}
