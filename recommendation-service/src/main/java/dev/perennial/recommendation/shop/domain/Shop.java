package dev.perennial.recommendation.shop.domain;

import dev.perennial.recommendation.browse.domain.Browsing;
import dev.perennial.recommendation.catalog.domain.Catalog;
import dev.perennial.recommendation.catalog.domain.CatalogEntry;
import dev.perennial.recommendation.catalog.domain.Products;
import dev.perennial.recommendation.order.domain.BasketIndex;
import dev.perennial.recommendation.order.domain.Merges;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All that is known of one workspace, in memory. Reads may run side by side; a write must run
 * alone. A model is made of a copy of what it looks at, so only its replacement is a write; who
 * reads one model at a time may do so even then.
 */
public final class Shop {

  private final Products products = new Products();
  private final Catalog catalog = new Catalog();
  private final BasketIndex baskets = new BasketIndex(products);
  private final Browsing browsing = new Browsing(products);
  private final Merges merges = new Merges();
  private final Map<Class<?>, Object> models = new ConcurrentHashMap<>();
  private final KeptAnswers answers = new KeptAnswers();

  /** The numbers by which all that is here knows the products. */
  public Products products() {
    return products;
  }

  public Catalog catalog() {
    return catalog;
  }

  public BasketIndex baskets() {
    return baskets;
  }

  public Browsing browsing() {
    return browsing;
  }

  public Merges merges() {
    return merges;
  }

  /** What was answered lately to questions that are the same for everyone. */
  public KeptAnswers answers() {
    return answers;
  }

  /** Puts what the shop tells of a product. */
  public void tell(String productId, CatalogEntry entry) {
    catalog.put(products.number(productId), entry);
    products.tellName(productId, entry.name());
  }

  /**
   * Puts what events show of a product; what the shop tells of it is not overridden.
   *
   * @param name by which they call it; empty when they do not say
   */
  public void see(String productId, CatalogEntry entry, String name) {
    catalog.putSeen(products.number(productId), entry);
    products.seeName(productId, name);
  }

  /** Takes out all that is known of a profile. */
  public void forget(UUID profile) {
    baskets.remove(profile);
    browsing.remove(profile);
  }

  /** What was last made for this workspace of this type; empty before the first time. */
  public <M> Optional<M> model(Class<M> type) {
    return Optional.ofNullable(type.cast(models.get(type)));
  }

  /** Answers from now on use this one. */
  public <M> void replaceModel(Class<M> type, M model) {
    models.put(type, model);
  }

  /**
   * The numbers of those that are known, each once, ordered by id: sums of doubles then come out
   * the same in whatever order the products were named.
   */
  public int[] numbers(Collection<String> productIds) {
    return productIds.stream()
        .distinct()
        .sorted()
        .mapToInt(products::find)
        .filter(number -> number >= 0)
        .toArray();
  }
}
