package dev.perennial.recommendation.together.domain;

import static dev.perennial.recommendation.order.domain.Orders.day;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.recommendation.shop.domain.Shop;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BundlesTest {

  private static final List<String> PRODUCTS = List.of("a", "b", "c", "d", "e", "f");

  private final Shop shop = new Shop();
  private long orders;

  @Test
  void aVariantOfAStrongerSetIsNotListed() {
    buy(9, Set.of("a", "b", "c"));
    buy(5, Set.of("a", "b", "d"));
    buy(6, Set.of("e", "f", "d"));
    buy(40, Set.of("other"));
    assertEquals(List.of(Set.of("a", "b", "c"), Set.of("d", "e", "f")), sets(OptionalInt.empty()));
  }

  @Test
  void aSetWithAProductThatMayNotBeShownLeavesItsPlaceToOthers() {
    buy(9, Set.of("a", "b", "c"));
    buy(5, Set.of("a", "b", "d"));
    buy(40, Set.of("other"));
    int c = shop.products().find("c");
    assertEquals(
        List.of(Set.of("a", "b", "d")), sets(OptionalInt.empty(), product -> product != c, 1));
  }

  @Test
  void setsOfOneProductDifferInTheirOthers() {
    buy(9, Set.of("a", "b", "c"));
    buy(6, Set.of("a", "e", "f"));
    buy(40, Set.of("other"));
    int a = shop.products().find("a");
    assertEquals(List.of(Set.of("a", "b", "c"), Set.of("a", "e", "f")), sets(OptionalInt.of(a)));
    int other = shop.products().find("other");
    assertEquals(List.of(), sets(OptionalInt.of(other)));
  }

  @Test
  void whatEverybodyBuysMakesNoBundleOfAPair() {
    buy(40, Set.of("a", "b", "popular"));
    buy(10, Set.of("a", "b"));
    buy(120, Set.of("popular"));
    buy(30, Set.of("other"));
    assertEquals(List.of(), sets(OptionalInt.empty()));
  }

  @Test
  void theLiftIsAgainstTheLikeliestParts() {
    buy(20, Set.of("a", "b", "c"));
    buy(20, Set.of("a", "b"));
    buy(60, Set.of("other"));
    // 40 % hold the pair and 20 % the third: of 100 orders, 8 would hold all by chance.
    assertEquals(20 / 8.0, bundles(shop).strongestFirst().getFirst().lift(), 1e-9);
  }

  @Test
  void whatIsCommonIsNotLostToVeryManyRareSets() {
    var large = IntStream.range(0, 36).mapToObj(i -> "rare" + i).collect(toSet());
    buy(5, large);
    buy(60, Set.of("a", "b", "c"));
    buy(135, Set.of("other"));
    assertEquals(Set.of("a", "b", "c"), sets(OptionalInt.empty()).getFirst());
  }

  @Test
  void setsAreSmallerWhereThoseOfFiveAreTooMany() {
    var large = IntStream.range(0, 60).mapToObj(i -> "rare" + i).collect(toSet());
    buy(5, large);
    buy(60, Set.of("a", "b", "c"));
    buy(135, Set.of("other"));
    assertEquals(Set.of("a", "b", "c"), sets(OptionalInt.empty()).getFirst());
  }

  @Property
  void everySetOfEnoughOrdersThatIsMoreThanItsPartsIsFound(
      @ForAll("baskets") List<Set<String>> baskets) {
    var shop = new Shop();
    for (int i = 0; i < baskets.size(); i++) {
      shop.baskets().put(new UUID(0, i), i, day(1), baskets.get(i));
    }
    var found =
        bundles(shop).strongestFirst().stream()
            .collect(toMap(bundle -> ids(shop, bundle), Bundle::bundleOrders));
    assertEquals(counted(baskets), new TreeMap<>(found));
  }

  /** All sets of three to five, above chance, by their products. */
  private static Map<String, Integer> counted(List<Set<String>> baskets) {
    var counted = new TreeMap<String, Integer>();
    for (int bits = 0; bits < 1 << PRODUCTS.size(); bits++) {
      var set = set(bits);
      int orders = holding(baskets, set);
      // Not by a hair: sums of doubles differ in their last digit.
      boolean isMore = orders > (1 + 1e-9) * expected(baskets, bits) * baskets.size();
      if (set.size() >= 3 && set.size() <= 5 && orders >= 5 && isMore) {
        counted.put(String.join("", set), orders);
      }
    }
    return counted;
  }

  /** The chance of all, or of any two parts, to meet if they had nothing to do with each other. */
  private static double expected(List<Set<String>> baskets, int bits) {
    double expected =
        set(bits).stream()
            .mapToDouble(one -> share(baskets, Set.of(one)))
            .reduce(1, (a, b) -> a * b);
    for (int part = (bits - 1) & bits; part > 0; part = (part - 1) & bits) {
      double both = share(baskets, set(part)) * share(baskets, set(bits & ~part));
      expected = Math.max(expected, both);
    }
    return expected;
  }

  private static Set<String> set(int bits) {
    return IntStream.range(0, PRODUCTS.size())
        .filter(i -> (bits >> i & 1) == 1)
        .mapToObj(PRODUCTS::get)
        .collect(toCollection(TreeSet::new));
  }

  private static double share(List<Set<String>> baskets, Set<String> set) {
    return (double) holding(baskets, set) / baskets.size();
  }

  private static int holding(List<Set<String>> baskets, Set<String> set) {
    return (int) baskets.stream().filter(basket -> basket.containsAll(set)).count();
  }

  private List<Set<String>> sets(OptionalInt product) {
    return sets(product, _ -> true, 10);
  }

  private List<Set<String>> sets(OptionalInt product, IntPredicate mayBeShown, int limit) {
    return bundles(shop).distinct(product, mayBeShown, limit).stream()
        .map(bundle ->
            Arrays.stream(bundle.products()).mapToObj(shop.products()::id).collect(toSet()))
        .toList();
  }

  private static String ids(Shop shop, Bundle bundle) {
    return String.join("", Arrays.stream(bundle.products()).mapToObj(shop.products()::id).toList());
  }

  private static Bundles bundles(Shop shop) {
    return Bundles.of(OrderMatrix.of(shop.baskets().snapshot(), Duration.ofDays(180)));
  }

  private void buy(int times, Set<String> products) {
    for (int i = 0; i < times; i++) {
      shop.baskets().put(new UUID(0, orders), orders++, day(1), products);
    }
  }

  @Provide
  Arbitrary<List<Set<String>>> baskets() {
    return Arbitraries.of(PRODUCTS).set().ofMinSize(1).list().ofMinSize(1).ofMaxSize(30);
  }
}
