package dev.perennial.recommendation.together.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WeightedTallyTest {

  private static final int PRODUCTS = 5;

  record Order(int[] products, double weight) {}

  @Property
  void countsAreExactAndSumsAreSoWithinABillionthOfTheWhole(
      @ForAll("orders") List<Order> first, @ForAll("orders") List<Order> then) {
    var tally = new WeightedTally(PRODUCTS);
    add(tally, first);
    add(tally, then);
    double whole = then.stream().mapToDouble(Order::weight).sum();
    for (int product = 0; product < PRODUCTS; product++) {
      int wanted = product;
      var with = then.stream().filter(order -> holds(order, wanted)).toList();
      assertEquals(with.size(), tally.count(product));
      assertEquals(
          with.stream().mapToDouble(Order::weight).sum(), tally.sum(product), whole * 1e-9);
    }
  }

  @Test
  void sixteenMillionOrdersFitBesideTheirWeights() {
    int orders = 1 << 24;
    var tally = new WeightedTally(1);
    tally.start(orders, orders);
    int[] product = {0};
    for (int i = 0; i < orders; i++) {
      tally.addAll(product, 0, 1, 1);
    }
    assertEquals(orders, tally.count(0));
    assertEquals(orders, tally.sum(0), 1e-3);
  }

  @Test
  void ordersTooOldToWeighAnythingStillCount() {
    var tally = new WeightedTally(1);
    tally.start(1, 0);
    tally.addAll(new int[] {0}, 0, 1, 0);
    assertEquals(1, tally.count(0));
    assertEquals(0, tally.sum(0));
  }

  private static void add(WeightedTally tally, List<Order> orders) {
    tally.start(orders.size(), orders.stream().mapToDouble(Order::weight).sum());
    orders.forEach(order -> tally.addAll(order.products, 0, order.products.length, order.weight));
  }

  private static boolean holds(Order order, int product) {
    return Arrays.stream(order.products).anyMatch(p -> p == product);
  }

  /** The halvings make the weights of orders differ as years do. */
  @Provide
  Arbitrary<List<Order>> orders() {
    var products =
        Arbitraries.integers()
            .between(0, PRODUCTS - 1)
            .set()
            .ofMinSize(1)
            .map(set -> set.stream().mapToInt(Integer::intValue).toArray());
    var weights =
        Combinators.combine(
                Arbitraries.doubles().between(0.01, 1), Arbitraries.integers().between(0, 60))
            .as((weight, halvings) -> Math.scalb(weight, -halvings));
    return Combinators.combine(products, weights).as(Order::new).list().ofMaxSize(40);
  }
}
