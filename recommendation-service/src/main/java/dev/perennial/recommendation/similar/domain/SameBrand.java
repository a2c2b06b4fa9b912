package dev.perennial.recommendation.similar.domain;

import dev.perennial.recommendation.catalog.domain.CatalogEntry;
import dev.perennial.recommendation.order.domain.DailySales;
import dev.perennial.recommendation.order.domain.Decay;
import dev.perennial.recommendation.serving.domain.Candidates;
import dev.perennial.recommendation.serving.domain.Evidence;
import dev.perennial.recommendation.serving.domain.Needs;
import dev.perennial.recommendation.serving.domain.Query;
import dev.perennial.recommendation.serving.domain.Scores;
import dev.perennial.recommendation.serving.domain.Strategy;
import dev.perennial.recommendation.shop.domain.Shop;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * More of the brand of a product, or of its seller where no brand is said: what is most alike, and
 * what sells, each half of the score.
 */
public final class SameBrand implements Strategy {

  /** Half as much each month. */
  private static final Decay DECAY = new Decay(30);

  private static final double ALIKE = 0.5;

  @Override
  public String key() {
    return "same-brand";
  }

  @Override
  public String shows() {
    return "More of the same brand, or seller where no brand is said";
  }

  @Override
  public Set<Needs> needs() {
    return Set.of(Needs.PRODUCTS);
  }

  @Override
  public Candidates candidates(Shop shop, Query query) {
    var scores = new Scores();
    for (int seed : shop.numbers(query.products())) {
      shop.catalog().entry(seed).ifPresent(entry -> addOf(shop, query, seed, entry, scores));
    }
    return new Candidates(scores, product -> evidence(shop, query, product));
  }

  private static Evidence evidence(Shop shop, Query query, int product) {
    int seed =
        Arrays.stream(shop.numbers(query.products()))
            .filter(one -> isOfTheSame(shop.catalog().entry(one), shop.catalog().entry(product)))
            .findFirst()
            .orElse(product);
    String brand = shop.catalog().entry(product).map(CatalogEntry::brand).orElse("");
    String seller = shop.catalog().entry(product).map(CatalogEntry::seller).orElse("");
    int today = DailySales.day(query.now());
    return new Evidence.SameBrand(
        shop.products().id(seed),
        brand,
        seller,
        likeness(shop, seed, product),
        shop.baskets().sales().orders(product, today - DECAY.days(), today),
        DECAY.days());
  }

  private static void addOf(Shop shop, Query query, int seed, CatalogEntry entry, Scores scores) {
    var sales = shop.baskets().sales();
    int today = DailySales.day(query.now());
    var sold = new Scores();
    double most = 0;
    for (int other : Ranges.of(shop).of(entry)) {
      if (other != seed) {
        double orders = sales.decayed(other, DECAY, today, today);
        sold.add(other, orders);
        most = Math.max(most, orders);
      }
    }
    double best = Math.max(most, 1);
    sold.forEach((other, orders) ->
        scores.add(
            other, ALIKE * likeness(shop, seed, other) + (1 - ALIKE) * orders / best + 1e-6));
  }

  private static double likeness(Shop shop, int seed, int other) {
    return shop.model(ContentSimilarity.class)
        .map(content -> content.likeness(seed, other).score())
        .orElse(0.0);
  }

  /** By brand; by seller where the first has no brand. */
  private static boolean isOfTheSame(Optional<CatalogEntry> one, Optional<CatalogEntry> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return false;
    }
    String brand = one.get().brand();
    String seller = one.get().seller();
    return brand.isEmpty()
        ? !seller.isEmpty() && seller.equals(other.get().seller())
        : brand.equals(other.get().brand());
  }
}
