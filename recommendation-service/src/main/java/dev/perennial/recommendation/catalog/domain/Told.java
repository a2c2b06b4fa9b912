package dev.perennial.recommendation.catalog.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/** What the shop said of a product last. */
public sealed interface Told {

  /**
   * How it is, whole.
   *
   * @param entry whose createdAt is when it was told, unless the shop says when it came
   * @param saysCreated whether the shop does
   * @param custom a JSON object
   */
  record As(CatalogEntry entry, boolean saysCreated, String custom) implements Told {

    public As {
      requireNonNull(entry, "entry");
      requireNonNull(custom, "custom");
    }
  }

  /** That it is no more. */
  record Gone() implements Told {}

  /** What the product is from now on; empty when that is what it was. */
  default Optional<CatalogProduct> after(
      ProductKey key, Optional<CatalogProduct> before, Instant now) {
    long version = before.map(CatalogProduct::version).orElse(0L) + 1;
    var product =
        switch (this) {
          case As(var entry, var saysCreated, var custom) -> {
            var kept =
                before
                    .filter(_ -> !saysCreated)
                    .map(known -> entry.createdAt(known.entry().createdAt()))
                    .orElse(entry);
            yield new CatalogProduct(key, kept, custom, version, now);
          }
          case Gone() -> {
            var known = before.map(CatalogProduct::entry).orElse(CatalogEntry.unknown(now));
            String custom = before.map(CatalogProduct::custom).orElse("{}");
            yield new CatalogProduct(key, known.taken(), custom, version, now);
          }
        };
    return Optional.of(product).filter(one -> before.filter(one::saysTheSameAs).isEmpty());
  }
}
