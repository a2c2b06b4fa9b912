package dev.perennial.recommendation.together.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * The sets of three or more products that at least so many orders hold, depth first, by
 * intersecting the lists of their orders: Eclat (Zaki, Scalable Algorithms for Association Mining,
 * TKDE 2000). The last products come first, so that the parts of a set are counted before the set.
 *
 * <p>A set counts when it is more than its parts: beyond what is expected of any two of them, and
 * of its products, if they had nothing to do with each other (Webb, Self-Sufficient Itemsets, TKDD
 * 2010; the lift is against the likeliest of them, as in Webb and Vreeken, Efficient Discovery of
 * the Most Interesting Associations, TKDD 2014). What everybody buys adds nothing to a pair.
 */
final class FrequentSets {

  private static final int LEAST_PRODUCTS = 3;

  /** Of all that are found the strongest are kept. */
  private static final int MOST_KEPT = 20_000;

  /** Some 40 MB, for as long as it takes. */
  private static final int MOST_COUNTED = 500_000;

  /** A place takes so many bits of the key of a set. */
  private static final int PLACE_BITS = 16;

  /** What a set costs beside its lists: more than comparing a few numbers. */
  private static final int STEPS_OF_A_SET = 300;

  private static final Comparator<Found> STRONGEST_FIRST =
      Comparator.comparingDouble(Found::strength)
          .reversed()
          .thenComparing(found -> found.bundle.products(), Arrays::compare);

  private record Found(double strength, Bundle bundle) {}

  /** A product, by its place, and the orders that hold it and all that is in the set, rising. */
  private record Column(int place, int[] orders) {}

  private final OrderMatrix matrix;
  private final int least;
  private final int[] set;
  private final int[] products;
  private final Map<Long, Integer> counts = new HashMap<>();
  private final PriorityQueue<Found> weakestFirst = new PriorityQueue<>(STRONGEST_FIRST.reversed());
  private long steps;

  /**
   * A search.
   *
   * @param least orders, at least 1
   * @param mostProducts of a set, 3 to 5
   * @param steps that it may take
   */
  FrequentSets(OrderMatrix matrix, int least, int mostProducts, long steps) {
    this.matrix = matrix;
    this.least = least;
    this.set = new int[mostProducts];
    this.steps = steps;
    // The rarest first, so that sets stay small for long; of equal ones by number.
    this.products =
        IntStream.range(0, matrix.products())
            .filter(product -> matrix.ordersWith(product) >= least)
            .boxed()
            .sorted(Comparator.comparingInt(matrix::ordersWith))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /** Finds them all, or says that they are too many. */
  boolean find() {
    if (products.length < 1 << PLACE_BITS) {
      var columns =
          IntStream.range(0, products.length)
              .mapToObj(place -> new Column(place, matrix.ordersOf(products[place])))
              .toList();
      extend(0, 0, 1, columns);
      return !isTooMuch();
    }
    return false;
  }

  long stepsLeft() {
    return steps;
  }

  /** By the numbers of the matrix. */
  List<Bundle> strongestFirst() {
    return weakestFirst.stream().sorted(STRONGEST_FIRST).map(Found::bundle).toList();
  }

  private boolean isTooMuch() {
    return steps < 0 || counts.size() > MOST_COUNTED;
  }

  /**
   * With each of these after what is in the set.
   *
   * @param chance of an order to hold all that is in the set, if its products were independent
   */
  private void extend(int size, long key, double chance, List<Column> columns) {
    for (int i = columns.size() - 1; i >= 0 && !isTooMuch(); i--) {
      var column = columns.get(i);
      set[size] = column.place;
      long larger = withPlace(key, column.place);
      double expected = chance * ordersWith(column.place) / matrix.orders();
      if (size + 1 >= LEAST_PRODUCTS) {
        add(size + 1, column.orders.length, expected);
      }
      if (size + 1 < set.length) {
        counts.put(spread(larger), column.orders.length);
        extend(size + 1, larger, expected, narrowed(column, columns, i + 1));
      }
    }
  }

  private List<Column> narrowed(Column by, List<Column> columns, int from) {
    var narrowed = new ArrayList<Column>();
    for (int i = from; i < columns.size() && steps >= 0; i++) {
      int[] orders = columns.get(i).orders;
      steps -= by.orders.length + orders.length;
      int[] common = Rising.common(by.orders, orders, least);
      if (common.length > 0) {
        narrowed.add(new Column(columns.get(i).place, common));
      }
    }
    return narrowed;
  }

  private void add(int size, int orders, double chance) {
    steps -= STEPS_OF_A_SET;
    // Against its products first, as most end here.
    if (isKept(orders, chance)) {
      double most = Math.max(chance, likeliest(size));
      if (isKept(orders, most)) {
        int[] numbers = IntStream.range(0, size).map(i -> products[set[i]]).sorted().toArray();
        var bundle = new Bundle(numbers, orders, matrix.orders(), lift(orders, most));
        weakestFirst.add(new Found(bundle.strength(), bundle));
        if (weakestFirst.size() > MOST_KEPT) {
          weakestFirst.remove();
        }
      }
    }
  }

  /** Of equally strong ones those that were found first stay, in the same order wherever it is. */
  private boolean isKept(int orders, double chance) {
    double lift = lift(orders, chance);
    // Beyond what rounding makes of chance.
    return lift > 1 + 1e-9
        && (weakestFirst.size() < MOST_KEPT
            || Bundle.strength(orders, lift) > weakestFirst.element().strength);
  }

  private double lift(int orders, double chance) {
    return (double) orders / matrix.orders() / chance;
  }

  /** Of all ways to part the set in two, the chance that both meet in the likeliest of them. */
  private double likeliest(int size) {
    double likeliest = 0;
    int all = (1 << size) - 1;
    // Each is looked at once: with the last product in the other part.
    for (int part = 1; part < 1 << (size - 1); part++) {
      likeliest = Math.max(likeliest, share(part) * share(all & ~part));
    }
    return likeliest;
  }

  /** The part of the orders that hold these of the set. */
  private double share(int part) {
    long key = 0;
    for (int i = 0; part >> i != 0; i++) {
      key = (part >> i & 1) == 1 ? withPlace(key, set[i]) : key;
    }
    return (double) counts.getOrDefault(spread(key), 0) / matrix.orders();
  }

  private int ordersWith(int place) {
    return matrix.ordersWith(products[place]);
  }

  /** Of the places of a set, from its first; no place is 0 in it, so that none is lost. */
  private static long withPlace(long key, int place) {
    return key << PLACE_BITS | (place + 1);
  }

  /** Another for each key: the places alone would meet in a few hash codes. */
  private static long spread(long key) {
    return key * 0x9E3779B97F4A7C15L;
  }
}
