package dev.perennial.recommendation.together.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds sets of three to five products that many orders hold, depth first, by intersecting the
 * lists of their orders: Eclat (Zaki, Scalable Algorithms for Association Mining, TKDE 2000).
 * Bounded in work: it begins with what very many orders hold, and asks for less until enough sets
 * are found or the bound is reached; what a step that went too far had found is dropped, so that
 * the same orders always give the same sets.
 */
final class BundleSearch {

  private static final double[] SHARES = {.05, .02, .01, .005, .002, .001, .0005};
  private static final int LEAST_ORDERS = 5;
  private static final int MOST_PRODUCTS = 5;
  private static final int ENOUGH = 2_000;
  private static final long MOST_STEPS = 400_000_000;

  /** A product and the orders that hold it and all that is in the set so far, rising. */
  private record Column(int product, int[] orders) {}

  private final OrderMatrix matrix;
  private long steps;

  BundleSearch(OrderMatrix matrix) {
    this.matrix = matrix;
  }

  /** The strongest first. */
  List<Bundle> bundles() {
    List<Bundle> found = List.of();
    for (double share : SHARES) {
      int least = Math.max(LEAST_ORDERS, (int) Math.ceil(share * matrix.orders()));
      var more = new ArrayList<Bundle>();
      extend(new int[0], 1, columns(least), least, more);
      if (steps > MOST_STEPS) {
        break;
      }
      found = more;
      if (found.size() >= ENOUGH || least == LEAST_ORDERS) {
        break;
      }
    }
    return found.stream()
        .sorted(
            Comparator.comparingDouble(Bundle::strength)
                .reversed()
                .thenComparing(Bundle::products, Arrays::compare))
        .map(this::inTheShop)
        .toList();
  }

  /** The rarest first, so that sets stay small for long; of equal ones by number. */
  private List<Column> columns(int least) {
    return IntStream.range(0, matrix.products())
        .filter(product -> matrix.ordersWith(product) >= least)
        .boxed()
        .sorted(Comparator.comparingInt(matrix::ordersWith))
        .map(product -> new Column(product, matrix.ordersOf(product)))
        .toList();
  }

  private void extend(
      int[] set, double chance, List<Column> columns, int least, List<Bundle> found) {
    for (int i = 0; i < columns.size() && steps <= MOST_STEPS && found.size() < 10 * ENOUGH; i++) {
      var column = columns.get(i);
      int[] larger = Arrays.copyOf(set, set.length + 1);
      larger[set.length] = column.product;
      double expected = chance * matrix.ordersWith(column.product) / matrix.orders();
      if (larger.length > 2) {
        add(larger, column.orders.length, expected, found);
      }
      if (larger.length < MOST_PRODUCTS) {
        extend(larger, expected, narrowed(column, columns, i + 1, least), least, found);
      }
    }
  }

  private List<Column> narrowed(Column by, List<Column> columns, int from, int least) {
    var narrowed = new ArrayList<Column>();
    for (int i = from; i < columns.size() && steps <= MOST_STEPS; i++) {
      int[] common = common(by.orders, columns.get(i).orders, least);
      if (common.length > 0) {
        narrowed.add(new Column(columns.get(i).product, common));
      }
    }
    return narrowed;
  }

  private void add(int[] set, int orders, double expected, List<Bundle> found) {
    double lift = (double) orders / matrix.orders() / expected;
    // Beyond what rounding makes of chance.
    if (lift > 1 + 1e-9) {
      int[] sorted = set.clone();
      Arrays.sort(sorted);
      found.add(new Bundle(sorted, orders, matrix.orders(), lift));
    }
  }

  /** Counts first, as most pairs are in too few orders to be looked at any further. */
  private int[] common(int[] one, int[] other, int least) {
    steps += one.length + other.length;
    int count = count(one, other);
    int[] common = new int[count < least ? 0 : count];
    for (int i = 0, j = 0, size = 0; size < common.length; ) {
      int a = one[i];
      int b = other[j];
      if (a == b) {
        common[size++] = a;
      }
      i += a <= b ? 1 : 0;
      j += b <= a ? 1 : 0;
    }
    return common;
  }

  /** Without branches that cannot be foreseen: they would be most of the time. */
  private static int count(int[] one, int[] other) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < one.length && j < other.length) {
      int a = one[i];
      int b = other[j];
      common += a == b ? 1 : 0;
      i += a <= b ? 1 : 0;
      j += b <= a ? 1 : 0;
    }
    return common;
  }

  private Bundle inTheShop(Bundle bundle) {
    int[] numbers = matrix.shopNumbers();
    int[] products = Arrays.stream(bundle.products()).map(product -> numbers[product]).toArray();
    return new Bundle(products, bundle.bundleOrders(), bundle.orders(), bundle.lift());
  }
}
