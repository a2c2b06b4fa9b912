package dev.perennial.recommendation.serving.domain;

import dev.perennial.recommendation.catalog.domain.CatalogEntry;
import dev.perennial.recommendation.serving.domain.Best.Ranked;
import dev.perennial.recommendation.shop.domain.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Applies the rules of one question to one product after the other. */
final class Screening {

  /** The name of what keeps out a product that the shop took out of its catalog. */
  private static final String DELETED = "deleted";

  private final Shop shop;
  private final Rules rules;
  private final Set<String> bought;

  Screening(Shop shop, Ask ask) {
    this.shop = shop;
    this.rules = ask.rules();
    this.bought = ask.query().profile().<Set<String>>map(shop.baskets()::boughtBy).orElse(Set.of());
  }

  Item item(int product) {
    String id = shop.products().id(product);
    return new Item(product, id, shop.catalog().entry(product), bought.contains(id));
  }

  /**
   * The names of the filters that keep it out.
   *
   * @param own those of the strategy
   */
  List<String> refusing(Item item, List<Filter> own) {
    var refusing = new ArrayList<String>(0);
    if (item.entry().map(CatalogEntry::deleted).orElse(false)) {
      refusing.add(DELETED);
    }
    refuse(item, own, refusing);
    refuse(item, rules.filters(), refusing);
    return refusing;
  }

  Ranked ranked(Item item, double score) {
    double adjusted = score;
    for (var preference : rules.preferences()) {
      if (preference.match().matches(item)) {
        adjusted *= preference.factor();
      }
    }
    return new Ranked(item, adjusted, adjusted == 0);
  }

  private static void refuse(Item item, List<Filter> filters, List<String> refusing) {
    for (var filter : filters) {
      if (!filter.admits(item)) {
        refusing.add(filter.name());
      }
    }
  }
}
