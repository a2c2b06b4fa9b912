package dev.perennial.recommendation.catalog.domain;

import static java.util.Objects.requireNonNull;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** One change of a product, and what of note it was. */
public record Change(CatalogProduct product, Set<Kind> kinds, OptionalLong previousPriceMicros) {

  /** What a change can be. */
  public enum Kind {
    ADDED,
    PRICE_DROPPED,
    PRICE_RAISED,
    BACK_IN_STOCK,
    OUT_OF_STOCK,
    REMOVED
  }

  public Change {
    requireNonNull(product, "product");
    kinds = Set.copyOf(kinds);
    requireNonNull(previousPriceMicros, "previousPriceMicros");
  }

  public static Change between(Optional<CatalogProduct> before, CatalogProduct after) {
    CatalogEntry now = after.entry();
    var was = before.map(CatalogProduct::entry).filter(entry -> !entry.deleted());
    if (now.deleted()) {
      return new Change(
          after, was.isPresent() ? EnumSet.of(Kind.REMOVED) : Set.of(), OptionalLong.empty());
    }
    if (was.isEmpty()) {
      // Some shops take out what is sold out: when it comes again, it is back.
      boolean isBack = before.isPresent() && now.isAvailable();
      return new Change(
          after,
          isBack ? EnumSet.of(Kind.ADDED, Kind.BACK_IN_STOCK) : EnumSet.of(Kind.ADDED),
          OptionalLong.empty());
    }
    int price = comparePrices(was.get(), now);
    return new Change(
        after,
        kinds(was.get(), now, price),
        price == 0 ? OptionalLong.empty() : was.get().priceMicros());
  }

  private static Set<Kind> kinds(CatalogEntry was, CatalogEntry now, int price) {
    var kinds = EnumSet.noneOf(Kind.class);
    if (price != 0) {
      kinds.add(price < 0 ? Kind.PRICE_DROPPED : Kind.PRICE_RAISED);
    }
    if (was.stock().isPresent() && was.isAvailable() != now.isAvailable()) {
      kinds.add(now.isAvailable() ? Kind.BACK_IN_STOCK : Kind.OUT_OF_STOCK);
    } else if (was.stock().isEmpty() && !now.isAvailable()) {
      kinds.add(Kind.OUT_OF_STOCK);
    }
    return kinds;
  }

  /** Below 0 when it is cheaper now; 0 when it is not known that it is any other. */
  private static int comparePrices(CatalogEntry was, CatalogEntry now) {
    return was.priceMicros().isPresent()
            && now.priceMicros().isPresent()
            && was.currency().equals(now.currency())
        ? Long.compare(now.priceMicros().getAsLong(), was.priceMicros().getAsLong())
        : 0;
  }
}
