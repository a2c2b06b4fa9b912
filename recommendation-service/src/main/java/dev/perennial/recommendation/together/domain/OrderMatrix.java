package dev.perennial.recommendation.together.domain;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import dev.perennial.recommendation.order.domain.BasketSnapshot;
import dev.perennial.recommendation.order.domain.PastOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Orders by products as a sparse matrix, by rows and by columns. Its products are numbered by their
 * ids and its orders by theirs, so that whatever is summed over it comes out the same to the last
 * bit, in whichever order a replica heard of them.
 *
 * <p>An order weighs less the older it is and the more it holds: {@code 0.5^(age / half-life) /
 * sqrt(products)}. Its age is taken from the latest order, so that the same orders weigh the same
 * whenever they are looked at.
 */
public final class OrderMatrix {

  private final int[] shopNumbers;
  private final int[] starts;
  private final int[] items;
  private final double[] weights;
  private final double[] totals;
  private final int[] holderStarts;
  private final int[] holders;

  private OrderMatrix(int[] shopNumbers, int[] starts, int[] items, double[] weights) {
    this.shopNumbers = shopNumbers;
    this.starts = starts;
    this.items = items;
    this.weights = weights;
    this.totals = new double[shopNumbers.length];
    this.holderStarts = new int[shopNumbers.length + 1];
    this.holders = new int[items.length];
    fillHolders();
    fillTotals();
  }

  public static OrderMatrix of(BasketSnapshot snapshot, Duration halfLife) {
    int[] shopNumbers =
        sorted(snapshot.productIds().length, comparing(p -> snapshot.productIds()[p]));
    int[] numbers = new int[shopNumbers.length];
    Arrays.setAll(numbers, i -> i);
    IntStream.range(0, shopNumbers.length).forEach(i -> numbers[shopNumbers[i]] = i);
    var orders = snapshot.orders().clone();
    Arrays.sort(orders, comparingLong(PastOrder::id));
    int[] starts = new int[orders.length + 1];
    for (int i = 0; i < orders.length; i++) {
      starts[i + 1] = Math.addExact(starts[i], orders[i].products().length);
    }
    int[] items = new int[starts[orders.length]];
    double[] weights = new double[orders.length];
    long latest = Arrays.stream(orders).mapToLong(PastOrder::seconds).max().orElse(0);
    for (int i = 0; i < orders.length; i++) {
      int[] products = orders[i].products();
      for (int k = 0; k < products.length; k++) {
        items[starts[i] + k] = numbers[products[k]];
      }
      double halfLives = (double) (latest - orders[i].seconds()) / halfLife.toSeconds();
      weights[i] = Math.pow(0.5, halfLives) / Math.sqrt(products.length);
    }
    return new OrderMatrix(shopNumbers, starts, items, weights);
  }

  public int products() {
    return shopNumbers.length;
  }

  public int orders() {
    return weights.length;
  }

  /** By the numbers of this matrix, those of the shop. */
  int[] shopNumbers() {
    return shopNumbers;
  }

  int ordersWith(int product) {
    return holderStarts[product + 1] - holderStarts[product];
  }

  /** The weight of the orders that hold a product. */
  double weightWith(int product) {
    return totals[product];
  }

  /** The orders that hold a product, rising. */
  int[] ordersOf(int product) {
    return Arrays.copyOfRange(holders, holderStarts[product], holderStarts[product + 1]);
  }

  /** Counts and weighs, for each product, the orders that hold both it and the one given. */
  public void tallyWith(int product, WeightedTally tally) {
    tally.start(ordersWith(product), totals[product]);
    for (int h = holderStarts[product]; h < holderStarts[product + 1]; h++) {
      int order = holders[h];
      tally.addAll(items, starts[order], starts[order + 1], weights[order]);
    }
  }

  private void fillHolders() {
    for (int item : items) {
      holderStarts[item + 1]++;
    }
    for (int product = 0; product < shopNumbers.length; product++) {
      holderStarts[product + 1] += holderStarts[product];
    }
    int[] next = Arrays.copyOf(holderStarts, shopNumbers.length);
    for (int order = 0; order < weights.length; order++) {
      for (int k = starts[order]; k < starts[order + 1]; k++) {
        holders[next[items[k]]++] = order;
      }
    }
  }

  private void fillTotals() {
    for (int order = 0; order < weights.length; order++) {
      for (int k = starts[order]; k < starts[order + 1]; k++) {
        totals[items[k]] += weights[order];
      }
    }
  }

  private static int[] sorted(int count, Comparator<Integer> by) {
    return IntStream.range(0, count).boxed().sorted(by).mapToInt(Integer::intValue).toArray();
  }
}
