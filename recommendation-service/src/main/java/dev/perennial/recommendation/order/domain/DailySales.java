package dev.perennial.recommendation.order.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In how many orders of each day each product is. Whole numbers, so that what is taken out leaves
 * no trace and any order of arrival ends in the same; decayed only when it is looked at.
 *
 * <p>Reads may run side by side; a write must run alone.
 */
public final class DailySales {

  private static final int SECONDS_OF_DAY = 86_400;
  private static final Days NONE = new Days();

  private final Days orders;
  private final Map<Integer, Days> byProduct;

  DailySales() {
    this(new Days(), new HashMap<>());
  }

  private DailySales(Days orders, Map<Integer, Days> byProduct) {
    this.orders = orders;
    this.byProduct = byProduct;
  }

  /**
   * Those of all these orders.
   *
   * @param products all have a number below this
   */
  static DailySales of(List<PastOrder> orders, int products) {
    int[] days = orders.stream().mapToInt(order -> day(order.seconds())).toArray();
    int[][] inverted = Inverted.of(orders, i -> days[i], products);
    var byProduct = new HashMap<Integer, Days>();
    for (int product = 0; product < products; product++) {
      if (inverted[product].length > 0) {
        byProduct.put(product, Days.of(inverted[product]));
      }
    }
    return new DailySales(Days.of(days), byProduct);
  }

  /** The day of an instant (UTC), in days since 1970. */
  public static int day(Instant at) {
    return day(at.getEpochSecond());
  }

  private static int day(long second) {
    return Math.toIntExact(Math.floorDiv(second, (long) SECONDS_OF_DAY));
  }

  void add(PastOrder order) {
    count(order, 1);
  }

  void remove(PastOrder order) {
    count(order, -1);
  }

  /** The numbers of the products that any order holds, in no order. */
  public Set<Integer> products() {
    return Collections.unmodifiableSet(byProduct.keySet());
  }

  /** Orders from the first day to the last that hold a product. */
  public int orders(int product, int first, int last) {
    return days(product).between(first, last);
  }

  /** Orders that hold a product, decayed; days after the last one do not count. */
  public double decayed(int product, Decay decay, int last, int today) {
    return days(product).decayed(decay, last, today);
  }

  /** All orders, decayed alike. */
  public double decayedOrders(Decay decay, int last, int today) {
    return orders.decayed(decay, last, today);
  }

  private void count(PastOrder order, int by) {
    int day = day(order.seconds());
    orders.add(day, by);
    for (int product : order.products()) {
      var sold = byProduct.computeIfAbsent(product, _ -> new Days());
      sold.add(day, by);
      if (sold.isEmpty()) {
        byProduct.remove(product);
      }
    }
  }

  private Days days(int product) {
    return byProduct.getOrDefault(product, NONE);
  }
}
