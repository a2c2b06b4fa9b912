package dev.perennial.recommendation.order.domain;

import static dev.perennial.recommendation.order.domain.Orders.day;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.recommendation.catalog.domain.Products;
import dev.perennial.recommendation.shop.domain.Shop;
import dev.perennial.recommendation.together.domain.TopPairs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class BasketIndexTest {

  /** An order holds these products from now on, or its profile departs. */
  record Change(UUID profile, long order, Set<String> products, boolean departs) {}

  private static final List<String> PRODUCTS = List.of("a", "b", "c", "d", "e", "f", "g", "h");

  @Property
  void liveChangesEndInTheCountsOfARebuild(@ForAll("changes") List<Change> changes) {
    var products = new Products();
    var live = new BasketIndex(products);
    var baskets = new HashMap<Long, Change>();
    for (Change change : changes) {
      apply(live, baskets, change);
    }
    assertEquals(counted(baskets.values()), counts(products, live));
    assertEquals(baskets.size(), live.orders());
  }

  @Property
  void theStrongestPairsAreThoseOfAFullCount(@ForAll("changes") List<Change> changes) {
    var shop = new Shop();
    var index = shop.baskets();
    var baskets = new HashMap<Long, Change>();
    changes.forEach(change -> apply(index, baskets, change));
    var expected =
        counted(baskets.values()).entrySet().stream()
            .filter(entry -> !entry.getKey().get(0).equals(entry.getKey().get(1)))
            .sorted(
                comparing((Map.Entry<List<String>, Integer> entry) -> -entry.getValue())
                    .thenComparing(entry -> String.join("", entry.getKey())))
            .map(Map.Entry::getValue)
            .limit(3)
            .toList();
    assertEquals(
        expected,
        new TopPairs(shop)
            .strongest(3).pairs().stream().map(pair -> pair.counts().pairOrders()).toList());
  }

  private static void apply(BasketIndex index, Map<Long, Change> baskets, Change change) {
    if (change.departs()) {
      index.remove(change.profile());
      baskets.values().removeIf(basket -> basket.profile().equals(change.profile()));
    } else {
      index.put(change.profile(), change.order(), day(1), change.products());
      baskets.put(change.order(), change);
      baskets.values().removeIf(basket -> basket.products().isEmpty());
    }
  }

  /** Orders by pair, each pair once and in the order of its ids; a product with itself as well. */
  private static Map<List<String>, Integer> counted(Collection<Change> baskets) {
    var counts = new TreeMap<List<String>, Integer>(comparing(pair -> String.join("", pair)));
    for (Change basket : baskets) {
      for (String one : basket.products()) {
        for (String other : basket.products()) {
          if (one.compareTo(other) <= 0) {
            counts.merge(List.of(one, other), 1, Integer::sum);
          }
        }
      }
    }
    return counts;
  }

  private static Map<List<String>, Integer> counts(Products products, BasketIndex index) {
    var pairs = new ArrayList<PairCounts>();
    for (String product : PRODUCTS) {
      int number = products.find(product);
      if (number >= 0) {
        var tally = new Tally(products.size());
        index.tallyWith(number, tally);
        for (int i = 0; i < tally.size(); i++) {
          pairs.add(index.counts(number, tally.product(i), tally.count(tally.product(i))));
        }
      }
    }
    return pairs.stream()
        .filter(pair -> pair.seed().compareTo(pair.item()) <= 0)
        .collect(toMap(pair -> List.of(pair.seed(), pair.item()), PairCounts::pairOrders));
  }

  @Provide
  Arbitrary<List<Change>> changes() {
    var orders = Arbitraries.longs().between(1, 6);
    var products = Arbitraries.of(PRODUCTS).set().ofMaxSize(5);
    var departs = Arbitraries.frequency(Tuple.of(9, false), Tuple.of(1, true));
    // Each order belongs to one profile.
    return Combinators.combine(orders, products, departs)
        .as((order, set, gone) -> new Change(new UUID(0, order % 3), order, set, gone))
        .list()
        .ofMaxSize(30);
  }
}
