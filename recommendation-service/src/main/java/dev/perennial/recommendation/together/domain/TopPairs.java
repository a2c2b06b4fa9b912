package dev.perennial.recommendation.together.domain;

import static java.util.Comparator.comparingInt;

import dev.perennial.recommendation.catalog.domain.Products;
import dev.perennial.recommendation.order.domain.BasketIndex;
import dev.perennial.recommendation.order.domain.PairCounts;
import dev.perennial.recommendation.order.domain.Tally;
import dev.perennial.recommendation.shop.domain.Shop;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * The pairs that most orders hold. A pair is in no more orders than its rarer product, so the
 * search goes from the product in most orders down and ends where none left can reach the list.
 */
public final class TopPairs {

  private static final Comparator<Pair> STRONGEST_FIRST =
      comparingInt((Pair pair) -> pair.counts.pairOrders())
          .reversed()
          .thenComparing(pair -> pair.counts.seed())
          .thenComparing(pair -> pair.counts.item());

  /**
   * Two products; the seed is the one that holds out more for the other: the rarer, of equals the
   * one whose id comes first.
   */
  public record Pair(PairCounts counts, String seedName, String itemName) {}

  /**
   * The strongest first.
   *
   * @param orders that were counted
   */
  public record Ranking(List<Pair> pairs, int orders) {

    public Ranking {
      pairs = List.copyOf(pairs);
    }
  }

  /** What is asked of a shop, and what the answer depends on: counts and names. */
  private record Question(int limit) {}

  private record State(long orders, long catalog) {}

  private final Shop shop;
  private final BasketIndex index;
  private final Products products;

  public TopPairs(Shop shop) {
    this.shop = shop;
    this.index = shop.baskets();
    this.products = shop.products();
  }

  public Ranking strongest(int limit) {
    return shop.answers()
        .get(
            Ranking.class,
            new Question(limit),
            new State(index.version(), shop.catalog().changes()),
            () -> counted(limit));
  }

  private Ranking counted(int limit) {
    var best = new PriorityQueue<Pair>(limit + 1, STRONGEST_FIRST.reversed());
    var tally = new Tally(products.size());
    for (int product : commonestFirst()) {
      int orders = index.ordersWith(product);
      if (best.size() == limit && orders < weakest(best)) {
        break;
      }
      index.tallyWith(product, tally);
      for (int i = 0; i < tally.size(); i++) {
        int other = tally.product(i);
        // Each pair is found once: from the rarer of its products.
        if (isRarer(product, other) && reaches(best, limit, tally.count(other))) {
          best.add(pair(product, other, tally.count(other)));
          if (best.size() > limit) {
            best.remove();
          }
        }
      }
      tally.clear();
    }
    return new Ranking(best.stream().sorted(STRONGEST_FIRST).toList(), index.orders());
  }

  private int[] commonestFirst() {
    return IntStream.range(0, products.size())
        .boxed()
        .sorted(comparingInt(index::ordersWith).reversed())
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private boolean isRarer(int product, int other) {
    int difference = index.ordersWith(product) - index.ordersWith(other);
    return difference == 0
        ? products.id(product).compareTo(products.id(other)) < 0
        : difference < 0;
  }

  private static boolean reaches(PriorityQueue<Pair> best, int limit, int pairOrders) {
    return best.size() < limit || pairOrders >= weakest(best);
  }

  private static int weakest(PriorityQueue<Pair> best) {
    return best.element().counts.pairOrders();
  }

  private Pair pair(int product, int other, int pairOrders) {
    var counts = index.counts(product, other, pairOrders);
    return new Pair(counts, products.name(product), products.name(other));
  }
}
