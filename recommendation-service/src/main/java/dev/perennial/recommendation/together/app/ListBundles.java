package dev.perennial.recommendation.together.app;

import dev.perennial.recommendation.catalog.domain.CatalogEntry;
import dev.perennial.recommendation.shop.app.Shops;
import dev.perennial.recommendation.shop.domain.Shop;
import dev.perennial.recommendation.together.domain.Bundle;
import dev.perennial.recommendation.together.domain.Bundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds the sets of products that go together, from memory, with what they cost together. */
@ApplicationScoped
public class ListBundles {

  /** A product of a set. */
  public record Member(String product, String name) {}

  /** What all products of a set cost together. */
  public record Price(long micros, String currency) {}

  /**
   * A set to show.
   *
   * @param price empty unless the catalog knows the price of each product, in one currency
   */
  public record Offer(Bundle bundle, List<Member> members, Optional<Price> price) {}

  /**
   * The strongest first.
   *
   * @param orders that were looked at
   */
  public record Found(List<Offer> offers, int orders) {}

  private final Shops shops;

  ListBundles(Shops shops) {
    this.shops = shops;
  }

  /**
   * Those that hold the product, or any; none with a product that the shop took out.
   *
   * @param inStock nor one that is known to be out of stock
   */
  public Found strongest(String workspace, Optional<String> product, boolean inStock, int limit) {
    return shops.read(workspace, shop -> found(shop, product, inStock, limit));
  }

  private static Found found(Shop shop, Optional<String> product, boolean inStock, int limit) {
    var bundles = shop.model(Bundles.class).orElse(Bundles.NONE);
    var number =
        product.map(id -> OptionalInt.of(shop.products().find(id))).orElse(OptionalInt.empty());
    var offers =
        bundles.distinct(number, one -> mayBeShown(shop, one, inStock), limit).stream()
            .map(bundle -> offer(shop, bundle))
            .toList();
    return new Found(offers, bundles.orders());
  }

  /** What the catalog does not know may be, as elsewhere. */
  private static boolean mayBeShown(Shop shop, int product, boolean inStock) {
    return shop.catalog()
        .entry(product)
        .map(entry -> inStock ? entry.isAvailable() : !entry.deleted())
        .orElse(true);
  }

  private static Offer offer(Shop shop, Bundle bundle) {
    var members =
        Arrays.stream(bundle.products())
            .mapToObj(one -> new Member(shop.products().id(one), shop.products().name(one)))
            .toList();
    return new Offer(bundle, members, price(shop, bundle));
  }

  private static Optional<Price> price(Shop shop, Bundle bundle) {
    var entries =
        Arrays.stream(bundle.products())
            .mapToObj(one -> shop.catalog().entry(one))
            .flatMap(Optional::stream)
            .filter(entry -> entry.priceMicros().isPresent())
            .toList();
    boolean comparable = entries.stream().map(CatalogEntry::currency).distinct().count() == 1;
    return comparable && entries.size() == bundle.products().length
        ? Optional.of(
            new Price(
                entries.stream().mapToLong(entry -> entry.priceMicros().orElseThrow()).sum(),
                entries.getFirst().currency()))
        : Optional.empty();
  }
}
