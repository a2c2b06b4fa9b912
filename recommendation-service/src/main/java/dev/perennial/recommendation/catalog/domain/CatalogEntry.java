package dev.perennial.recommendation.catalog.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;

/**
 * What is known of a product now.
 *
 * @param categories as told: each a path from the general to the special, levels parted by " > "
 * @param brand empty when not said
 * @param seller empty when not said
 * @param currency ISO 4217, empty when not said
 * @param priceMicros millionths of the currency's unit
 * @param costMicros what a piece costs the shop, in the same unit
 * @param stock pieces at hand; empty when not tracked
 * @param tags in lower case
 * @param createdAt when the shop says that it came, else when it was first heard of
 * @param deleted whether the shop took it out; what is known of it stays, for its past orders
 */
public record CatalogEntry(
    String name,
    String description,
    List<String> categories,
    String brand,
    String seller,
    OptionalLong priceMicros,
    OptionalLong costMicros,
    String currency,
    OptionalLong stock,
    SortedSet<String> tags,
    String imageUrl,
    String url,
    Instant createdAt,
    boolean deleted) {

  private static final String LEVEL = " > ";

  public CatalogEntry {
    requireNonNull(name, "name");
    requireNonNull(description, "description");
    categories = List.copyOf(categories);
    requireNonNull(brand, "brand");
    requireNonNull(seller, "seller");
    requireNonNull(priceMicros, "priceMicros");
    requireNonNull(costMicros, "costMicros");
    requireNonNull(currency, "currency");
    requireNonNull(stock, "stock");
    tags = Collections.unmodifiableSortedSet(tags);
    requireNonNull(imageUrl, "imageUrl");
    requireNonNull(url, "url");
    requireNonNull(createdAt, "createdAt");
  }

  /** Whether it can be bought: in the catalog, and not known to be out of stock. */
  public boolean isAvailable() {
    return !deleted && stock.orElse(1) > 0;
  }

  /** What rules about brands go by: the seller where no brand is said, empty where neither is. */
  public String brandOrSeller() {
    return brand.isEmpty() ? seller : brand;
  }

  /** Whether it is in the category or in one below it. */
  public boolean isIn(String category) {
    return categories.stream().anyMatch(path -> isWithin(path, category));
  }

  /** Without a text of its own: it is asked of every product for each answer. */
  private static boolean isWithin(String path, String category) {
    return path.startsWith(category)
        && (path.length() == category.length() || path.startsWith(LEVEL, category.length()));
  }

  /** The part of the price that the shop keeps, below 1; empty when price or cost is not known. */
  public Optional<Double> margin() {
    return priceMicros.isEmpty() || costMicros.isEmpty() || priceMicros.getAsLong() <= 0
        ? Optional.empty()
        : Optional.of(1 - (double) costMicros.getAsLong() / priceMicros.getAsLong());
  }

  /** A product of which nothing is known. */
  static CatalogEntry unknown(Instant createdAt) {
    return new CatalogEntry(
        "",
        "",
        List.of(),
        "",
        "",
        OptionalLong.empty(),
        OptionalLong.empty(),
        "",
        OptionalLong.empty(),
        Collections.emptySortedSet(),
        "",
        "",
        createdAt,
        false);
  }

  /** The same, come at another time. */
  CatalogEntry createdAt(Instant at) {
    return with(at, deleted);
  }

  /** The same, taken out. */
  CatalogEntry taken() {
    return with(createdAt, true);
  }

  private CatalogEntry with(Instant at, boolean isDeleted) {
    return new CatalogEntry(
        name,
        description,
        categories,
        brand,
        seller,
        priceMicros,
        costMicros,
        currency,
        stock,
        tags,
        imageUrl,
        url,
        at,
        isDeleted);
  }
}
