package dev.perennial.recommendation.person.domain;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import dev.perennial.recommendation.order.domain.PastOrder;
import dev.perennial.recommendation.order.domain.Tally;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;

/**
 * For each product the others that its buyers buy, at whatever time: what may be new and welcome to
 * a person. The weight is the number of common buyers over {@code buyers(seed)^0.1 *
 * buyers(item)^0.9}, an asymmetric cosine (Aiolli, "Efficient top-n recommendation for very large
 * scale binary rated datasets", RecSys 2013) that leans against what everyone buys.
 *
 * <p>A model: made of a copy, never changed.
 */
public final class Tastes {

  private record Neighbour(int product, int commonBuyers, double weight) {}

  /** The neighbours of one product, the strongest first; the arrays are not to be changed. */
  record Row(int[] products, int[] commonBuyers, double[] weights) {

    private static final Row EMPTY = of(List.of());

    private static Row of(List<Neighbour> neighbours) {
      return new Row(
          neighbours.stream().mapToInt(Neighbour::product).toArray(),
          neighbours.stream().mapToInt(Neighbour::commonBuyers).toArray(),
          neighbours.stream().mapToDouble(Neighbour::weight).toArray());
    }
  }

  /** Of the buyers of the seed; those of the item have the rest to 1. */
  public static final double SEED_POWER = 0.1;

  private static final int NEIGHBOURS = 50;
  private static final int MIN_COMMON_BUYERS = 3;

  /** Of a person, so many products count; it bounds the work for one who buys for a shop. */
  private static final int MOST_PRODUCTS = 1000;

  private final int[] buyers;
  private final Row[] rows;

  private Tastes(int[] buyers, Row[] rows) {
    this.buyers = buyers;
    this.rows = rows;
  }

  /**
   * Made of what each person bought.
   *
   * @param ids of the products by number; of equally strong neighbours the first by id stay
   */
  public static Tastes of(List<List<PastOrder>> histories, List<String> ids) {
    return of(histories, ids, SEED_POWER);
  }

  /** With another power of the buyers of the seed, from 0 to 1. */
  public static Tastes of(List<List<PastOrder>> histories, List<String> ids, double seedPower) {
    var bought = histories.stream().map(history -> products(history, ids)).toList();
    int[][] buyersOf = buyersOf(bought, ids.size());
    int[] buyers = Arrays.stream(buyersOf).mapToInt(of -> of.length).toArray();
    double[] popularity =
        Arrays.stream(buyers).mapToDouble(n -> Math.pow(n, 1 - seedPower)).toArray();
    var rows = new Row[ids.size()];
    var tally = new Tally(ids.size());
    for (int seed = 0; seed < rows.length; seed++) {
      for (int person : buyersOf[seed]) {
        for (int product : bought.get(person)) {
          tally.add(product);
        }
      }
      rows[seed] = strongest(seed, tally, Math.pow(buyers[seed], seedPower), popularity, ids);
      tally.clear();
    }
    return new Tastes(buyers, rows);
  }

  /** How many people bought a product. */
  public int buyers(int product) {
    return product < buyers.length ? buyers[product] : 0;
  }

  Row neighbours(int product) {
    return product < rows.length ? rows[product] : Row.EMPTY;
  }

  /** The latest; of the order that is one too many those that are first by id, as everywhere. */
  private static int[] products(List<PastOrder> history, List<String> ids) {
    int[] all = latest(history, PastOrder::products);
    return all.length <= MOST_PRODUCTS
        ? all
        : Arrays.copyOf(latest(history, order -> byId(order, ids)), MOST_PRODUCTS);
  }

  private static int[] latest(List<PastOrder> history, Function<PastOrder, int[]> products) {
    return history.reversed().stream()
        .flatMapToInt(order -> Arrays.stream(products.apply(order)))
        .distinct()
        .toArray();
  }

  private static int[] byId(PastOrder order, List<String> ids) {
    return Arrays.stream(order.products())
        .boxed()
        .sorted(comparing(ids::get))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int[][] buyersOf(List<int[]> bought, int products) {
    int[] counts = new int[products];
    bought.forEach(ofPerson -> Arrays.stream(ofPerson).forEach(product -> counts[product]++));
    int[][] buyersOf = Arrays.stream(counts).mapToObj(int[]::new).toArray(int[][]::new);
    for (int person = 0; person < bought.size(); person++) {
      for (int product : bought.get(person)) {
        buyersOf[product][--counts[product]] = person;
      }
    }
    return buyersOf;
  }

  private static Row strongest(
      int seed, Tally tally, double ofSeed, double[] popularity, List<String> ids) {
    var strongestFirst =
        comparingDouble(Neighbour::weight)
            .reversed()
            .thenComparing(neighbour -> ids.get(neighbour.product()));
    var kept = new PriorityQueue<Neighbour>(NEIGHBOURS + 1, strongestFirst.reversed());
    for (int i = 0; i < tally.size(); i++) {
      int item = tally.product(i);
      int common = tally.count(item);
      double weight = common / (ofSeed * popularity[item]);
      // Most end here, before anything is made for them.
      if (item != seed
          && common >= MIN_COMMON_BUYERS
          && (kept.size() < NEIGHBOURS || weight >= kept.element().weight())) {
        kept.add(new Neighbour(item, common, weight));
        if (kept.size() > NEIGHBOURS) {
          kept.remove();
        }
      }
    }
    return Row.of(kept.stream().sorted(strongestFirst).toList());
  }
}
