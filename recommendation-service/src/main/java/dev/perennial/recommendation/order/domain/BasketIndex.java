package dev.perennial.recommendation.order.domain;

import static java.util.Comparator.comparing;

import dev.perennial.recommendation.catalog.domain.Products;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.UUID;

/**
 * The baskets of a workspace, and for each product the baskets that hold it.
 *
 * <p>Exact pair counts are read off it on demand: the row of a product is the tally of what its
 * baskets hold. That costs microseconds, while a table of all pairs would need many times the
 * memory and b² updates for a basket of b products; here a basket of any size costs b.
 *
 * <p>Reads may run side by side; a write must run alone.
 */
public final class BasketIndex {

  private record Basket(long id, Instant occurredAt, int number, int[] products) {}

  private static final int[] NOTHING = {};
  private static final Postings NO_BASKETS = new Postings();

  private final Products products;
  private final Map<UUID, List<Basket>> byProfile = new HashMap<>();
  private final FreeNumbers basketNumbers = new FreeNumbers();
  private Postings[] holders = {};
  private int[][] contents = {};
  private int orders;
  private long lines;

  public BasketIndex(Products products) {
    this.products = products;
  }

  /** Sets what an order holds, in place of what it held before; nothing takes it out. */
  public void put(UUID profile, long id, Instant occurredAt, Collection<String> productIds) {
    var baskets = byProfile.computeIfAbsent(profile, _ -> new ArrayList<>(1));
    baskets.stream().filter(basket -> basket.id == id).forEach(this::takeOut);
    baskets.removeIf(basket -> basket.id == id);
    int[] numbers = productIds.stream().distinct().mapToInt(products::number).toArray();
    if (numbers.length > 0) {
      baskets.add(takeIn(id, occurredAt, numbers));
    } else if (baskets.isEmpty()) {
      byProfile.remove(profile);
    }
  }

  /** Takes out all that a profile bought. */
  public void remove(UUID profile) {
    var baskets = byProfile.remove(profile);
    if (baskets != null) {
      baskets.forEach(this::takeOut);
    }
  }

  /** Orders that hold anything. */
  public int orders() {
    return orders;
  }

  /** Products held by all orders together. */
  public long lines() {
    return lines;
  }

  /** What a profile holds, the latest order first, each product once. */
  public SequencedSet<String> boughtBy(UUID profile) {
    var bought = new LinkedHashSet<String>();
    byProfile.getOrDefault(profile, List.of()).stream()
        .sorted(comparing(Basket::occurredAt).thenComparing(Basket::id).reversed())
        .flatMap(basket -> Arrays.stream(basket.products).mapToObj(products::id).sorted())
        .forEach(bought::add);
    return bought;
  }

  /** The number of orders that hold a product. */
  public int ordersWith(int product) {
    return holders(product).size();
  }

  /** Counts, for each product, the orders that hold both it and the given one, itself included. */
  public void tallyWith(int product, Tally tally) {
    Postings baskets = holders(product);
    for (int i = 0; i < baskets.size(); i++) {
      for (int other : contents[baskets.basket(i)]) {
        tally.add(other);
      }
    }
  }

  /** The counts of a pair whose common orders were tallied. */
  public PairCounts counts(int seed, int item, int pairOrders) {
    return new PairCounts(
        products.id(seed),
        products.id(item),
        pairOrders,
        ordersWith(seed),
        ordersWith(item),
        orders);
  }

  private Postings holders(int product) {
    return product < holders.length ? holders[product] : NO_BASKETS;
  }

  private Basket takeIn(long id, Instant occurredAt, int[] numbers) {
    int number = basketNumbers.take();
    if (number >= contents.length) {
      contents = Arrays.copyOf(contents, Math.max(64, contents.length * 2));
    }
    contents[number] = numbers;
    int known = holders.length;
    if (known < products.size()) {
      holders = Arrays.copyOf(holders, Math.max(64, products.size() * 2));
      Arrays.setAll(holders, i -> i < known ? holders[i] : new Postings());
    }
    for (int product : numbers) {
      holders[product].add(number);
    }
    orders++;
    lines += numbers.length;
    return new Basket(id, occurredAt, number, numbers);
  }

  private void takeOut(Basket basket) {
    for (int product : basket.products) {
      holders[product].remove(basket.number);
    }
    contents[basket.number] = NOTHING;
    basketNumbers.giveBack(basket.number);
    orders--;
    lines -= basket.products.length;
  }
}
