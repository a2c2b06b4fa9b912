package dev.perennial.recommendation.interest.domain;

import static java.util.Objects.requireNonNull;

import dev.perennial.recommendation.catalog.domain.CatalogEntry;
import dev.perennial.recommendation.catalog.domain.Change;
import java.util.Optional;

/**
 * What a product cost before it got cheaper, perhaps bit by bit, since people were last told.
 *
 * @param fromMicros above what it costs now, in millionths of the currency's unit
 */
public record FallingPrice(long fromMicros, String currency) {

  public FallingPrice {
    requireNonNull(currency, "currency");
  }

  /**
   * What it is falling from after a change; empty when it costs as much as before, or more.
   *
   * @param before the change
   */
  public static Optional<FallingPrice> after(Change change, Optional<FallingPrice> before) {
    CatalogEntry now = change.product().entry();
    if (now.deleted() || now.priceMicros().isEmpty()) {
      return Optional.empty();
    }
    long price = now.priceMicros().getAsLong();
    return before
        .filter(falling -> falling.currency.equals(now.currency()) && falling.fromMicros > price)
        .or(() -> began(change, now.currency()));
  }

  /** The part of the price that a product is cheaper by. */
  double drop(long priceMicros) {
    return ((double) fromMicros - priceMicros) / fromMicros;
  }

  private static Optional<FallingPrice> began(Change change, String currency) {
    return change.kinds().contains(Change.Kind.PRICE_DROPPED)
        ? Optional.of(new FallingPrice(change.previousPriceMicros().orElseThrow(), currency))
        : Optional.empty();
  }
}
