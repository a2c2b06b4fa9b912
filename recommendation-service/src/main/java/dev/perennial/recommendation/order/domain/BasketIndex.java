package dev.perennial.recommendation.order.domain;

import static dev.perennial.recommendation.order.domain.PastOrder.BY_TIME;
import static java.util.Objects.requireNonNull;

import dev.perennial.recommendation.catalog.domain.Products;
import dev.perennial.recommendation.snapshot.domain.SnapshotInput;
import dev.perennial.recommendation.snapshot.domain.SnapshotOutput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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

  private static final int[] NOTHING = {};
  private static final Postings NO_BASKETS = new Postings();

  private final Products products;
  private final Map<UUID, List<PastOrder>> byProfile = new HashMap<>();
  private DailySales sales = new DailySales();
  private final SalesByCountry salesByCountry = new SalesByCountry();
  private final FreeNumbers basketNumbers = new FreeNumbers();
  private Postings[] holders = {};
  private int[][] contents = {};
  private @Nullable PastOrder[] byNumber = {};
  private long[] lostAt = {};
  private int orders;
  private long lines;
  private long version;
  private long moves;

  public BasketIndex(Products products) {
    this.products = products;
  }

  /** Sets what an order holds, in place of what it held before; nothing takes it out. */
  public void put(UUID profile, long id, Instant occurredAt, Collection<String> productIds) {
    var baskets = byProfile.computeIfAbsent(profile, _ -> new ArrayList<>(1));
    baskets.stream().filter(basket -> basket.id() == id).forEach(one -> takeOut(profile, one));
    baskets.removeIf(basket -> basket.id() == id);
    int[] numbers = productIds.stream().mapToInt(products::number).sorted().distinct().toArray();
    if (numbers.length > 0) {
      baskets.add(takeIn(profile, numbered(id, profile, PastOrder.microsOf(occurredAt), numbers)));
      baskets.sort(BY_TIME);
    } else if (baskets.isEmpty()) {
      byProfile.remove(profile);
    }
  }

  /** Takes out all that a profile bought. */
  public void remove(UUID profile) {
    var baskets = byProfile.remove(profile);
    if (baskets != null) {
      baskets.forEach(basket -> takeOut(profile, basket));
    }
    salesByCountry.forget(profile);
  }

  /** Says where a profile lives; empty when that is not known any more. */
  public void locate(UUID profile, String country) {
    moves++;
    salesByCountry.locate(profile, country, history(profile));
  }

  /** Orders that hold anything. */
  public int orders() {
    return orders;
  }

  /** Whether an order that held a product was taken out, or replaced, after a version. */
  public boolean lostSince(int product, long earlier) {
    return product < lostAt.length && lostAt[product] > earlier;
  }

  /** Products held by all orders together. */
  public long lines() {
    return lines;
  }

  /** Rises with each change. */
  public long version() {
    return version;
  }

  /** Rises with each change of what was sold, or of what was sold in a country. */
  public long salesVersion() {
    return version + moves;
  }

  /** What a profile holds, the latest order first, each product once. */
  public SequencedSet<String> boughtBy(UUID profile) {
    var bought = new LinkedHashSet<String>();
    byProfile.getOrDefault(profile, List.of()).stream()
        .sorted(BY_TIME.reversed())
        .flatMap(basket -> Arrays.stream(basket.products()).mapToObj(products::id).sorted())
        .forEach(bought::add);
    return bought;
  }

  /** What a profile holds, its first order first. */
  public List<PastOrder> history(UUID profile) {
    return List.copyOf(byProfile.getOrDefault(profile, List.of()));
  }

  /** The histories of all profiles that hold anything, in no order; a copy. */
  public List<List<PastOrder>> histories() {
    return snapshot().histories();
  }

  /** What was sold on which day. */
  public DailySales sales() {
    return sales;
  }

  /** What was sold to those who live in a country. */
  public DailySales salesIn(String country) {
    return salesByCountry.of(country);
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

  /** The counts of a pair, from the orders of both. */
  public PairCounts counts(int seed, int item) {
    return counts(seed, item, holders(seed).common(holders(item)));
  }

  /** The ids of the latest orders that hold both, the latest first, at most so many. */
  public List<Long> latestWith(int product, int other, int most) {
    Postings baskets = holders(product);
    return IntStream.range(0, baskets.size())
        .map(baskets::basket)
        .filter(basket -> holds(basket, other))
        .mapToObj(basket -> requireNonNull(byNumber[basket]))
        .sorted(BY_TIME.reversed())
        .limit(most)
        .map(PastOrder::id)
        .toList();
  }

  /** Whether so many profiles, or more, hold a product of orders from the first day to the last. */
  public boolean isBoughtBy(int profiles, int product, int first, int last) {
    Postings baskets = holders(product);
    return IntStream.range(0, baskets.size())
            .mapToObj(i -> requireNonNull(byNumber[baskets.basket(i)]))
            .filter(order -> order.day() >= first && order.day() <= last)
            .map(PastOrder::buyer)
            .distinct()
            .limit(profiles)
            .count()
        == profiles;
  }

  /** All orders as they are now. */
  public BasketSnapshot snapshot() {
    return new BasketSnapshot(
        IntStream.range(0, products.size()).mapToObj(products::id).toArray(String[]::new),
        Arrays.stream(byNumber).filter(Objects::nonNull).toArray(PastOrder[]::new),
        version);
  }

  /** For {@link BasketsPart}. */
  void write(SnapshotOutput out) {
    out.writeLong(version);
    out.writeLongs(lostAt);
    out.writeInt(byProfile.size());
    byProfile.forEach((profile, baskets) -> {
      out.writeId(profile);
      out.writeInt(baskets.size());
      for (var basket : baskets) {
        out.writeLong(basket.id());
        out.writeLong(basket.micros());
        out.writeInts(basket.products());
      }
    });
    salesByCountry.write(out);
  }

  /** Into an empty index, of products that are known already. */
  void read(SnapshotInput in) {
    version = in.readLong();
    lostAt = Arrays.copyOf(in.readLongs(), products.size());
    var all = new ArrayList<PastOrder>();
    for (int left = in.readInt(); left > 0; left--) {
      UUID profile = in.readId();
      int count = in.readInt();
      var baskets = new ArrayList<PastOrder>(count);
      for (int i = 0; i < count; i++) {
        baskets.add(numbered(in.readLong(), profile, in.readLong(), in.readInts()));
      }
      byProfile.put(profile, baskets);
      all.addAll(baskets);
    }
    // The orders were numbered in this sequence.
    holders = Postings.of(Inverted.of(all, number -> number, products.size()));
    sales = DailySales.of(all, products.size());
    salesByCountry.read(in, this::history);
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

  private boolean holds(int basket, int product) {
    return Arrays.binarySearch(contents[basket], product) >= 0;
  }

  private Postings holders(int product) {
    return product < holders.length ? holders[product] : NO_BASKETS;
  }

  private PastOrder takeIn(UUID profile, PastOrder order) {
    int known = holders.length;
    if (known < products.size()) {
      holders = Arrays.copyOf(holders, Math.max(64, products.size() * 2));
      lostAt = Arrays.copyOf(lostAt, holders.length);
      Arrays.setAll(holders, i -> i < known ? holders[i] : new Postings());
    }
    for (int product : order.products()) {
      holders[product].add(order.number());
    }
    version++;
    sales.add(order);
    salesByCountry.add(profile, order);
    return order;
  }

  private PastOrder numbered(long id, UUID buyer, long micros, int[] products) {
    int number = basketNumbers.take();
    if (number >= contents.length) {
      contents = Arrays.copyOf(contents, Math.max(64, contents.length * 2));
      byNumber = Arrays.copyOf(byNumber, contents.length);
    }
    var order = new PastOrder(id, number, buyer, micros, products);
    contents[number] = products;
    byNumber[number] = order;
    orders++;
    lines += products.length;
    return order;
  }

  private void takeOut(UUID profile, PastOrder basket) {
    version++;
    sales.remove(basket);
    salesByCountry.remove(profile, basket);
    for (int product : basket.products()) {
      holders[product].remove(basket.number());
      lostAt[product] = version;
    }
    contents[basket.number()] = NOTHING;
    byNumber[basket.number()] = null;
    basketNumbers.giveBack(basket.number());
    orders--;
    lines -= basket.products().length;
  }
}
