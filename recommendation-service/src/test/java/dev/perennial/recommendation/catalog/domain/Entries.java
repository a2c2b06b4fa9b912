package dev.perennial.recommendation.catalog.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/** Entries that say one thing and nothing else. */
public final class Entries {

  private Entries() {}

  public static CatalogEntry in(List<String> categories, Instant createdAt) {
    return with(categories, "", "", OptionalLong.empty(), OptionalLong.empty(), createdAt);
  }

  public static CatalogEntry by(String brand, String seller) {
    return with(
        List.of(), brand, seller, OptionalLong.empty(), OptionalLong.empty(), Instant.EPOCH);
  }

  public static CatalogEntry at(OptionalLong price, OptionalLong stock) {
    return with(List.of(), "", "", price, stock, Instant.EPOCH);
  }

  private static CatalogEntry with(
      List<String> categories,
      String brand,
      String seller,
      OptionalLong price,
      OptionalLong stock,
      Instant createdAt) {
    return new CatalogEntry(
        "name",
        "",
        categories,
        brand,
        seller,
        price,
        OptionalLong.empty(),
        "GBP",
        stock,
        Collections.emptySortedSet(),
        "",
        "",
        createdAt,
        false);
  }
}
