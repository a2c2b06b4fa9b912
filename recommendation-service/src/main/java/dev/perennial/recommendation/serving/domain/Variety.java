package dev.perennial.recommendation.serving.domain;

import dev.perennial.recommendation.catalog.domain.CatalogEntry;
import dev.perennial.recommendation.serving.domain.Rules.Diversity;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Counts what is shown of each category and brand (or seller). */
final class Variety {

  private final Diversity diversity;
  private final Map<String, Integer> categories = new HashMap<>();
  private final Map<String, Integer> brands = new HashMap<>();

  Variety(Diversity diversity) {
    this.diversity = diversity;
  }

  boolean asksForAny() {
    return diversity.equals(Diversity.ANY);
  }

  /** Whether one more of its kind may be shown, which is then counted. */
  boolean admits(Item item) {
    if (asksForAny()) {
      return true;
    }
    boolean admitted =
        categoriesOf(item).allMatch(c -> count(categories, c) < diversity.mostPerCategory())
            && brandOf(item).allMatch(b -> count(brands, b) < diversity.mostPerBrand());
    if (admitted) {
      count(item);
    }
    return admitted;
  }

  /** Counts what is shown whether or not there is too much of its kind. */
  void count(Item item) {
    categoriesOf(item).forEach(c -> categories.merge(c, 1, Integer::sum));
    brandOf(item).forEach(b -> brands.merge(b, 1, Integer::sum));
  }

  private static int count(Map<String, Integer> counts, String key) {
    return counts.getOrDefault(key, 0);
  }

  private static Stream<String> categoriesOf(Item item) {
    return item.entry().stream().map(CatalogEntry::categories).flatMap(c -> c.stream().distinct());
  }

  private static Stream<String> brandOf(Item item) {
    return item.entry().stream().map(CatalogEntry::brandOrSeller).filter(brand -> !brand.isEmpty());
  }
}
