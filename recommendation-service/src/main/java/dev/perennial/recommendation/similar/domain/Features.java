package dev.perennial.recommendation.similar.domain;

import dev.perennial.recommendation.catalog.domain.CatalogEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * What a product is compared by, besides its texts.
 *
 * @param paths of its categories, level by level
 * @param price in the currency's unit, 0 when not known
 */
record Features(
    List<List<String>> paths, String brand, String seller, String currency, double price) {

  static final Features NONE = new Features(List.of(), "", "", "", 0);
  private static final String LEVEL = " > ";

  /**
   * Of an entry.
   *
   * @param pathOf a category's levels, shared between products
   */
  static Features of(CatalogEntry entry, Function<String, List<String>> pathOf) {
    return new Features(
        entry.categories().stream().map(pathOf).toList(),
        entry.brand(),
        entry.seller(),
        entry.currency(),
        entry.priceMicros().orElse(0) / 1e6);
  }

  static List<String> levels(String category) {
    return Arrays.stream(category.split(LEVEL, -1)).map(String::strip).toList();
  }

  /** What makes another with the same one worth a look. */
  List<Object> keys() {
    var keys = new ArrayList<>();
    for (List<String> path : paths) {
      for (int depth = 1; depth <= path.size(); depth++) {
        keys.add(List.copyOf(path.subList(0, depth)));
      }
    }
    if (!brand.isEmpty()) {
      keys.add("brand " + brand);
    }
    if (!seller.isEmpty()) {
      keys.add("seller " + seller);
    }
    return keys.stream().distinct().toList();
  }

  boolean hasBrandOrSeller() {
    return !brand.isEmpty() || !seller.isEmpty();
  }

  /**
   * How near the nearest of their categories are: the levels shared, of those that both have (Wu
   * and Palmer, "Verb semantics and lexical selection", ACL 1994).
   */
  double categoryNearness(Features other) {
    double nearest = 0;
    for (List<String> path : paths) {
      for (List<String> otherPath : other.paths) {
        double nearness = 2.0 * shared(path, otherPath) / (path.size() + otherPath.size());
        nearest = Math.max(nearest, nearness);
      }
    }
    return nearest;
  }

  double brandNearness(Features other) {
    if (!brand.isEmpty() && brand.equals(other.brand)) {
      return 1;
    }
    return !seller.isEmpty() && seller.equals(other.seller) ? 0.5 : 0;
  }

  /** The lower price as a part of the higher: the same for a third more as for a quarter less. */
  double priceNearness(Features other) {
    return price > 0 && other.price > 0 && currency.equals(other.currency)
        ? Math.min(price, other.price) / Math.max(price, other.price)
        : 0;
  }

  private static int shared(List<String> path, List<String> other) {
    int levels = Math.min(path.size(), other.size());
    for (int i = 0; i < levels; i++) {
      if (!path.get(i).equals(other.get(i))) {
        return i;
      }
    }
    return levels;
  }
}
