package dev.perennial.recommendation.together.domain;

import static dev.perennial.recommendation.order.domain.Orders.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.recommendation.serving.domain.Scores;
import dev.perennial.recommendation.shop.domain.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TogetherModelTest {

  private static final Guard OPEN = new Guard(1, 0);
  private static final double RIDGE = 3;
  private static final List<String> PRODUCTS = List.of("a", "b", "c", "d", "e", "f");
  private static final Duration HALF_LIFE = Duration.ofDays(10);

  @Test
  void forOneProductTheScoreIsItsWeightAndItsConfidence() {
    // Two products, always together: G = [[w, w], [w, w]] with w = 4 / sqrt(2).
    var shop =
        shop(
            List.of(
                Set.of("a", "b"),
                Set.of("a", "b"),
                Set.of("a", "b"),
                Set.of("a", "b"),
                Set.of("c")));
    double weight = 4 / Math.sqrt(2);
    assertEquals(weight / (weight + RIDGE) + 1, model(shop, 6).score(0, 1, 1), 1e-6);
  }

  @Test
  void anOrderThatIsOldWeighsLess() {
    var shop = new Shop();
    shop.baskets().put(new UUID(0, 1), 1, day(1), List.of("a", "b"));
    shop.baskets().put(new UUID(0, 2), 2, day(1).plus(HALF_LIFE), List.of("a", "c"));
    shop.baskets().put(new UUID(0, 3), 3, day(1).plus(HALF_LIFE), List.of("d"));
    var model = model(shop, 1);
    int a = shop.products().find("a");
    var scores = new Scores();
    model.addTo(scores::add, a, 1, _ -> true);
    double old = scores.of(shop.products().find("b"));
    double young = scores.of(shop.products().find("c"));
    assertTrue(old > 0 && old < young, old + " < " + young);
  }

  @Test
  void noMorePartnersAreKeptThanAskedForUnlessTheyAreNeighboursOfOthers() {
    var baskets = new ArrayList<Set<String>>();
    for (int i = 0; i < 20; i++) {
      baskets.add(Set.of("hub", "product " + i));
    }
    baskets.add(Set.of("another"));
    var settings = new ModelSettings(HALF_LIFE, 2, RIDGE, 3, OPEN);
    var shop = shop(baskets);
    var model = TogetherModel.of(shop.baskets().snapshot(), settings, new Workers(1));
    // The hub keeps three, and is the neighbour of all twenty; each of them keeps the hub.
    assertEquals(20 + 20, model.pairs());
  }

  /** B is checked against elimination on the whole matrix, which a small shop allows. */
  @Property
  void withAllProductsAsNeighboursItIsARidgeRegressionOnAllOthers(
      @ForAll("baskets") List<Set<String>> baskets) {
    var shop = shop(baskets);
    var model = model(shop, PRODUCTS.size());
    double[][] gram = gram(baskets);
    boolean[][] admitted = admitted(baskets);
    for (int item = 0; item < PRODUCTS.size(); item++) {
      double[][] equations = equations(gram, admitted, item);
      Assume.that(isPositiveDefinite(equations));
      double[] weights = eliminated(equations);
      for (int seed = 0; seed < PRODUCTS.size(); seed++) {
        if (admitted[seed][item]) {
          int known = shop.products().find(PRODUCTS.get(seed));
          int other = shop.products().find(PRODUCTS.get(item));
          double confidence = gram[seed][item] / gram[seed][seed];
          double expected = weights[seed] + confidence / Math.pow(2, 1.5);
          assertEquals(expected, model.score(known, other, 2), 1e-5);
        }
      }
    }
  }

  @Property
  void theSameOrdersMakeTheSameModelHoweverTheyCame(
      @ForAll("baskets") List<Set<String>> baskets, @ForAll long seed, @ForAll boolean parallel) {
    var order = new ArrayList<Integer>();
    for (int i = 0; i < baskets.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(seed));
    var shuffled = new Shop();
    order.forEach(i -> put(shuffled, i, baskets.get(i)));
    var settings = new ModelSettings(HALF_LIFE, 2, RIDGE, 3, OPEN);
    var one = TogetherModel.of(shop(baskets).baskets().snapshot(), settings, new Workers(1));
    var other =
        TogetherModel.of(shuffled.baskets().snapshot(), settings, new Workers(parallel ? 3 : 1));
    assertEquals(scores(shop(baskets), one), scores(shuffled, other));
  }

  private static Map<String, Double> scores(Shop shop, TogetherModel model) {
    var all = new TreeMap<String, Double>();
    for (int seed = 0; seed < shop.products().size(); seed++) {
      var id = shop.products().id(seed);
      var scores = new Scores();
      model.addTo(scores::add, seed, 2, _ -> true);
      scores.forEach((item, score) -> all.put(id + " " + shop.products().id(item), score));
    }
    return all;
  }

  /** Only products that go with the item take part, by the pairs that are admitted. */
  private static double[][] equations(double[][] gram, boolean[][] admitted, int item) {
    int size = gram.length;
    double[][] rows = new double[size][size + 1];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        boolean known = admitted[i][j] && admitted[i][item] && admitted[j][item];
        rows[i][j] = known ? gram[i][j] : 0;
      }
      rows[i][i] = (admitted[i][item] ? gram[i][i] : 0) + RIDGE;
      rows[i][size] = admitted[i][item] ? gram[i][item] : 0;
    }
    return rows;
  }

  private static boolean isPositiveDefinite(double[][] equations) {
    double[][] copy = new double[equations.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = equations[i].clone();
    }
    return Cholesky.solve(copy, new double[copy.length], copy.length);
  }

  private static boolean[][] admitted(List<Set<String>> baskets) {
    boolean[][] admitted = new boolean[PRODUCTS.size()][PRODUCTS.size()];
    for (int i = 0; i < PRODUCTS.size(); i++) {
      for (int j = 0; j < PRODUCTS.size(); j++) {
        int one = orders(baskets, Set.of(PRODUCTS.get(i)));
        int other = orders(baskets, Set.of(PRODUCTS.get(j)));
        int both = i == j ? 0 : orders(baskets, Set.of(PRODUCTS.get(i), PRODUCTS.get(j)));
        admitted[i][j] = OPEN.admits(both, one, other, baskets.size());
      }
    }
    return admitted;
  }

  private static int orders(List<Set<String>> baskets, Set<String> products) {
    return (int) baskets.stream().filter(basket -> basket.containsAll(products)).count();
  }

  private static double[] eliminated(double[][] rows) {
    for (int k = 0; k < rows.length; k++) {
      for (int i = 0; i < rows.length; i++) {
        double factor = i == k ? 0 : rows[i][k] / rows[k][k];
        for (int j = k; j <= rows.length; j++) {
          rows[i][j] -= factor * rows[k][j];
        }
      }
    }
    double[] solution = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      solution[i] = rows[i][rows.length] / rows[i][i];
    }
    return solution;
  }

  private static double[][] gram(List<Set<String>> baskets) {
    double[][] gram = new double[PRODUCTS.size()][PRODUCTS.size()];
    for (Set<String> basket : baskets) {
      for (String one : basket) {
        for (String other : basket) {
          gram[PRODUCTS.indexOf(one)][PRODUCTS.indexOf(other)] += 1 / Math.sqrt(basket.size());
        }
      }
    }
    return gram;
  }

  private static TogetherModel model(Shop shop, int neighbours) {
    var settings = new ModelSettings(HALF_LIFE, neighbours, RIDGE, 6, OPEN);
    return TogetherModel.of(shop.baskets().snapshot(), settings, new Workers(1));
  }

  private static Shop shop(List<Set<String>> baskets) {
    var shop = new Shop();
    for (int i = 0; i < baskets.size(); i++) {
      put(shop, i, baskets.get(i));
    }
    return shop;
  }

  private static void put(Shop shop, int order, Set<String> basket) {
    Instant at = day(1);
    shop.baskets().put(new UUID(0, order % 3), order, at, basket);
  }

  @Provide
  Arbitrary<List<Set<String>>> baskets() {
    return Arbitraries.of(PRODUCTS).set().ofMinSize(1).ofMaxSize(5).list().ofMaxSize(25);
  }
}
