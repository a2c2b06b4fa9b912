package dev.perennial.recommendation.serving.domain;

import dev.perennial.recommendation.shop.domain.Shop;
import java.util.List;
import java.util.Set;

/**
 * One way to recommend. Used by many threads at once, while the shop does not change; the same shop
 * and query give the same scores.
 */
public interface Strategy {

  /** As the API names it: lower case, words joined by hyphens. */
  String key();

  /** What it shows, in a sentence for who chooses one; empty for one that nobody is to choose. */
  default String shows() {
    return "";
  }

  /** What it could recommend. */
  Candidates candidates(Shop shop, Query query);

  /**
   * What of a query it goes by: without any of it, it knows nothing to say. Empty: it needs none.
   */
  default Set<Needs> needs() {
    return Set.of();
  }

  /** Whether it looks at the news of a query, which then must be there. */
  default boolean goesByNews() {
    return false;
  }

  /** What it never shows, whatever the rules say. */
  default List<Filter> filters(Shop shop, Query query) {
    return List.of();
  }
}
