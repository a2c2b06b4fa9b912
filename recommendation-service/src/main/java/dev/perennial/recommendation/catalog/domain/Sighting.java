package dev.perennial.recommendation.catalog.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/**
 * What an event shows of a product. Texts are empty when it does not say.
 *
 * @param priceMicros 0 when it does not say
 * @param firstAt when the product was first seen, as far as this tells
 * @param at when it was seen
 */
public record Sighting(
    ProductKey key,
    String name,
    String category,
    String brand,
    long priceMicros,
    String currency,
    String imageUrl,
    String url,
    Instant firstAt,
    Instant at) {

  public Sighting {
    requireNonNull(key, "key");
    requireNonNull(at, "at");
    requireNonNull(firstAt, "firstAt");
  }

  /** Both together: the later one counts, in what it says. */
  public Sighting and(Sighting other) {
    boolean isLater = other.at.isAfter(at);
    Sighting later = isLater ? other : this;
    Sighting earlier = isLater ? this : other;
    return new Sighting(
        key,
        either(later.name, earlier.name),
        either(later.category, earlier.category),
        either(later.brand, earlier.brand),
        later.priceMicros > 0 ? later.priceMicros : earlier.priceMicros,
        later.priceMicros > 0 ? later.currency : earlier.currency,
        either(later.imageUrl, earlier.imageUrl),
        either(later.url, earlier.url),
        firstAt.isBefore(other.firstAt) ? firstAt : other.firstAt,
        later.at);
  }

  public CatalogEntry entry() {
    return new CatalogEntry(
        name,
        "",
        category.isEmpty() ? List.of() : List.of(category),
        brand,
        "",
        priceMicros > 0 ? OptionalLong.of(priceMicros) : OptionalLong.empty(),
        OptionalLong.empty(),
        currency,
        OptionalLong.empty(),
        Collections.emptySortedSet(),
        imageUrl,
        url,
        firstAt,
        false);
  }

  private static String either(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }
}
