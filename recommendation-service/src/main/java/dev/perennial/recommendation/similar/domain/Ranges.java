package dev.perennial.recommendation.similar.domain;

import dev.perennial.recommendation.catalog.domain.CatalogEntry;
import dev.perennial.recommendation.shop.domain.Shop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What each brand has in a shop, and each seller; as of a state of the catalog. */
record Ranges(Map<String, List<Integer>> byBrand, Map<String, List<Integer>> bySeller) {

  private static final String QUESTION = "what brands and sellers have";

  /** Worked out when the catalog has changed. */
  static Ranges of(Shop shop) {
    return shop.answers()
        .get(Ranges.class, QUESTION, shop.catalog().changes(), () -> indexed(shop));
  }

  /** What is of the brand of this one; of its seller where it has no brand. By rising number. */
  List<Integer> of(CatalogEntry entry) {
    return entry.brand().isEmpty()
        ? bySeller.getOrDefault(entry.seller(), List.of())
        : byBrand.getOrDefault(entry.brand(), List.of());
  }

  private static Ranges indexed(Shop shop) {
    var ranges = new Ranges(new HashMap<>(), new HashMap<>());
    for (int product = 0; product < shop.catalog().end(); product++) {
      int number = product;
      shop.catalog()
          .entry(product)
          .ifPresent(entry -> {
            add(ranges.byBrand, entry.brand(), number);
            add(ranges.bySeller, entry.seller(), number);
          });
    }
    return ranges;
  }

  private static void add(Map<String, List<Integer>> range, String name, int product) {
    if (!name.isEmpty()) {
      range.computeIfAbsent(name, _ -> new ArrayList<>()).add(product);
    }
  }
}
