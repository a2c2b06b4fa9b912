package dev.perennial.recommendation.together.domain;

import dev.perennial.recommendation.order.domain.BasketIndex;
import dev.perennial.recommendation.order.domain.PairCounts;
import dev.perennial.recommendation.order.domain.Tally;
import dev.perennial.recommendation.serving.domain.Evidence;
import dev.perennial.recommendation.serving.domain.Filter;
import dev.perennial.recommendation.serving.domain.Query;
import dev.perennial.recommendation.serving.domain.Scores;
import dev.perennial.recommendation.serving.domain.Strategy;
import dev.perennial.recommendation.shop.domain.Shop;
import java.util.List;
import java.util.Optional;

/**
 * Products that go with those at hand, else with what the person bought: for each, the sum over the
 * seeds of its confidence, of pairs that the guard admits.
 */
public final class FrequentlyBoughtTogether implements Strategy {

  private final Guard guard;
  private final int profileSeeds;

  /**
   * A search.
   *
   * @param profileSeeds so many products of a person are looked at, the latest first
   */
  public FrequentlyBoughtTogether(Guard guard, int profileSeeds) {
    this.guard = guard;
    this.profileSeeds = profileSeeds;
  }

  @Override
  public String key() {
    return "frequently-bought-together";
  }

  @Override
  public List<Filter> filters(Query query) {
    return query.products().isEmpty() ? List.of(new Filter.NotBought()) : List.of();
  }

  @Override
  public Scores candidates(Shop shop, Query query) {
    var baskets = shop.baskets();
    var scores = new Scores();
    var tally = new Tally(shop.products().size());
    for (int seed : seeds(shop, query)) {
      int seedOrders = baskets.ordersWith(seed);
      baskets.tallyWith(seed, tally);
      for (int i = 0; i < tally.size(); i++) {
        int item = tally.product(i);
        int pairs = tally.count(item);
        if (item != seed && admits(baskets, pairs, seed, item)) {
          scores.add(item, (double) pairs / seedOrders);
        }
      }
      tally.clear();
    }
    return scores;
  }

  /** Of the seed that holds out most for the item; of equal ones the first by id. */
  @Override
  public Evidence evidence(Shop shop, Query query, int product) {
    var baskets = shop.baskets();
    var tally = new Tally(shop.products().size());
    baskets.tallyWith(product, tally);
    Optional<PairCounts> strongest = Optional.empty();
    for (int seed : seeds(shop, query)) {
      int pairs = tally.count(seed);
      if (pairs > 0 && admits(baskets, pairs, seed, product)) {
        var counts = baskets.counts(seed, product, pairs);
        if (strongest.filter(best -> best.confidence() >= counts.confidence()).isEmpty()) {
          strongest = Optional.of(counts);
        }
      }
    }
    var counts = strongest.orElseThrow();
    int seed = shop.products().find(counts.seed());
    return new Evidence.BoughtTogether(counts, shop.products().name(seed));
  }

  private boolean admits(BasketIndex baskets, int pairs, int seed, int item) {
    return guard.admits(
        pairs, baskets.ordersWith(seed), baskets.ordersWith(item), baskets.orders());
  }

  private int[] seeds(Shop shop, Query query) {
    var ids =
        query.products().isEmpty() && query.profile().isPresent()
            ? shop.baskets().boughtBy(query.profile().get()).stream().limit(profileSeeds).toList()
            : query.products();
    return shop.numbers(ids);
  }
}
