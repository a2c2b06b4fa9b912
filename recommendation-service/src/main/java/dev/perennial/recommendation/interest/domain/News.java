package dev.perennial.recommendation.interest.domain;

import static java.util.Objects.requireNonNull;

import dev.perennial.recommendation.catalog.domain.CatalogEntry;
import dev.perennial.recommendation.catalog.domain.Change;
import dev.perennial.recommendation.catalog.domain.ProductKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * News of a product that people may want to hear.
 *
 * @param version of the product that it is news of
 */
public record News(
    ProductKey product,
    long version,
    Kind kind,
    String name,
    OptionalLong priceMicros,
    OptionalLong previousPriceMicros,
    String currency,
    String url,
    String imageUrl,
    Instant at) {

  /** What it is about. */
  public enum Kind {
    PRICE_DROPPED("Product Price Dropped"),
    BACK_IN_STOCK("Product Back In Stock");

    private final String event;

    Kind(String event) {
      this.event = event;
    }

    /** The name of the event by which a profile is told. */
    public String event() {
      return event;
    }

    /** What a profile that was told has heard. */
    public Interest.Kind told() {
      return switch (this) {
        case PRICE_DROPPED -> Interest.Kind.TOLD_PRICE;
        case BACK_IN_STOCK -> Interest.Kind.TOLD_STOCK;
      };
    }
  }

  /** What news is told from any other by. */
  public record Id(ProductKey product, long version, Kind kind) {}

  /** What it is about: of two, the later one counts. */
  public record Subject(ProductKey product, Kind kind) {}

  /** Why a profile is told, the most telling reason first. */
  public enum Reason {
    ASKED,
    CARTED,
    VIEWED
  }

  public News {
    requireNonNull(product, "product");
    requireNonNull(kind, "kind");
    requireNonNull(at, "at");
  }

  /**
   * What of a change is news.
   *
   * @param falling what the price is falling from, after the change
   * @param leastDrop the part of that price that it must be cheaper by
   */
  public static List<News> of(Change change, Optional<FallingPrice> falling, double leastDrop) {
    var news = new ArrayList<News>();
    if (change.kinds().contains(Change.Kind.PRICE_DROPPED)) {
      long price = change.product().entry().priceMicros().orElseThrow();
      falling
          .filter(from -> from.drop(price) >= leastDrop)
          .map(from -> of(change, Kind.PRICE_DROPPED, OptionalLong.of(from.fromMicros())))
          .ifPresent(news::add);
    }
    if (change.kinds().contains(Change.Kind.BACK_IN_STOCK)) {
      news.add(of(change, Kind.BACK_IN_STOCK, OptionalLong.empty()));
    }
    return news;
  }

  public Id id() {
    return new Id(product, version, kind);
  }

  public Subject subject() {
    return new Subject(product, kind);
  }

  /**
   * The news with the product as it is since another change, for those who were not told yet; empty
   * when it is none any more.
   *
   * @param leastDrop the part of the previous price that it must be cheaper by
   */
  public Optional<News> since(Change change, double leastDrop) {
    CatalogEntry entry = change.product().entry();
    boolean holds =
        switch (kind) {
          case PRICE_DROPPED -> isCheaper(entry, leastDrop);
          case BACK_IN_STOCK -> entry.isAvailable();
        };
    return holds ? Optional.of(with(entry)) : Optional.empty();
  }

  private boolean isCheaper(CatalogEntry entry, double leastDrop) {
    double previous = previousPriceMicros.orElse(0);
    double drop = (previous - entry.priceMicros().orElse(Long.MAX_VALUE)) / previous;
    return !entry.deleted() && entry.currency().equals(currency) && drop > 0 && drop >= leastDrop;
  }

  private News with(CatalogEntry entry) {
    return new News(
        product,
        version,
        kind,
        entry.name(),
        entry.priceMicros(),
        previousPriceMicros,
        entry.currency(),
        entry.url(),
        entry.imageUrl(),
        at);
  }

  public boolean isPriceDrop() {
    return kind == Kind.PRICE_DROPPED;
  }

  private static News of(Change change, Kind kind, OptionalLong previousPrice) {
    CatalogEntry entry = change.product().entry();
    return new News(
        change.product().key(),
        change.product().version(),
        kind,
        entry.name(),
        entry.priceMicros(),
        previousPrice,
        entry.currency(),
        entry.url(),
        entry.imageUrl(),
        change.product().changedAt());
  }
}
