package dev.perennial.recommendation.serving.domain;

import dev.perennial.recommendation.catalog.domain.CatalogEntry;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Says of a product whether it may be shown. What must be known of it for that and is not keeps it
 * out, but for stock: a product whose stock is not tracked can be bought.
 */
public sealed interface Filter {

  boolean admits(Item item);

  /** The name by which an explanation calls it. */
  String name();

  /** Not known to be out of stock. */
  record InStock() implements Filter {
    @Override
    public boolean admits(Item item) {
      return item.entry().map(CatalogEntry::isAvailable).orElse(true);
    }

    @Override
    public String name() {
      return "in-stock";
    }
  }

  /** In one of these categories, or (forbidden) in none of them. */
  record Categories(Set<String> categories, boolean forbidden) implements Filter {
    public Categories {
      categories = Set.copyOf(categories);
    }

    @Override
    public boolean admits(Item item) {
      return item.entry().map(this::holds).orElse(false) != forbidden;
    }

    private boolean holds(CatalogEntry entry) {
      return categories.stream().anyMatch(entry::isIn);
    }

    @Override
    public String name() {
      return forbidden ? "not-categories" : "categories";
    }
  }

  /** Of one of these brands (or sellers), or (forbidden) of none of them. */
  record Brands(Set<String> brands, boolean forbidden) implements Filter {
    public Brands {
      brands = Set.copyOf(brands);
    }

    @Override
    public boolean admits(Item item) {
      return item.entry().map(entry -> brands.contains(entry.brandOrSeller())).orElse(false)
          != forbidden;
    }

    @Override
    public String name() {
      return forbidden ? "not-brands" : "brands";
    }
  }

  /**
   * Priced within a band, its bounds included; in millionths of the currency's unit.
   *
   * @param currency ISO 4217; empty where all prices are in one, and are compared as they are
   */
  record Price(OptionalLong least, OptionalLong most, Optional<String> currency) implements Filter {
    @Override
    public boolean admits(Item item) {
      return item.entry().filter(this::isIn).isPresent();
    }

    private boolean isIn(CatalogEntry entry) {
      var price = entry.priceMicros();
      return price.isPresent()
          && currency.map(entry.currency()::equals).orElse(true)
          && price.getAsLong() >= least.orElse(Long.MIN_VALUE)
          && price.getAsLong() <= most.orElse(Long.MAX_VALUE);
    }

    @Override
    public String name() {
      return "price";
    }
  }

  /** Of the price, at least this part stays with the shop; 0.2 is a fifth. */
  record Margin(double least) implements Filter {
    @Override
    public boolean admits(Item item) {
      Optional<Double> margin = item.entry().flatMap(CatalogEntry::margin);
      return margin.isPresent() && margin.get() >= least;
    }

    @Override
    public String name() {
      return "margin";
    }
  }

  /** Not bought yet by the person who is asked for. */
  record NotBought() implements Filter {
    @Override
    public boolean admits(Item item) {
      return !item.bought();
    }

    @Override
    public String name() {
      return "not-bought";
    }
  }

  /** None of these. */
  record Excluded(Set<String> products) implements Filter {
    public Excluded {
      products = Set.copyOf(products);
    }

    @Override
    public boolean admits(Item item) {
      return !products.contains(item.id());
    }

    @Override
    public String name() {
      return "excluded";
    }
  }
}
