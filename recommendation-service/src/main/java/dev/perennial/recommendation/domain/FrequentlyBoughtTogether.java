package dev.perennial.recommendation.domain;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Products that go with those at hand: for each, the sum over the seeds of its confidence, of pairs
 * that the guard admits. Equal scores are ordered by product id.
 *
 * <p>Used by one thread, while the index does not change.
 */
public final class FrequentlyBoughtTogether {

  private static final Comparator<Suggestion> BEST_FIRST =
      comparingDouble(Suggestion::score).reversed().thenComparing(Suggestion::product);

  /** What memory rows may take for as long as the search is used: 8 MB. */
  private static final int MOST_KEPT_PAIRS = 1_000_000;

  /** The products whose pair with a seed the guard admits, and in how many orders each pair is. */
  private record Row(int[] items, int[] pairs) {}

  private final BasketIndex index;
  private final Guard guard;
  // By seed: customers of one shop have many seeds in common.
  private final Map<Integer, Row> rows = new HashMap<>();
  private int keptPairs;
  private final Tally tally;
  // By product number; what is not 0 is reset after each use.
  private final double[] scores;
  private final double[] strongest;
  private final int[] strongestSeed;
  private final int[] strongestPair;

  public FrequentlyBoughtTogether(BasketIndex index, Guard guard) {
    int products = index.productCount();
    this.index = index;
    this.guard = guard;
    this.tally = new Tally(products);
    this.scores = new double[products];
    this.strongest = new double[products];
    this.strongestSeed = new int[products];
    this.strongestPair = new int[products];
  }

  /**
   * The best, best first.
   *
   * @param excluded never among them; the seeds never are
   */
  public List<Suggestion> with(Collection<String> seeds, Set<String> excluded, int limit) {
    // Sorted, so that sums of doubles come out the same whatever the order of the seeds, and of
    // equally strong seeds the first by id stays.
    int[] numbers =
        seeds.stream()
            .distinct()
            .sorted()
            .mapToInt(index.products()::find)
            .filter(number -> number >= 0)
            .toArray();
    Arrays.stream(numbers).forEach(this::gather);
    Arrays.stream(numbers).forEach(number -> scores[number] = 0);
    for (String product : excluded) {
      int number = index.products().find(product);
      if (number >= 0) {
        scores[number] = 0;
      }
    }
    var best = best(limit);
    Arrays.fill(scores, 0);
    Arrays.fill(strongest, 0);
    return best;
  }

  private void gather(int seed) {
    var row = row(seed);
    int seedOrders = index.ordersWith(seed);
    for (int i = 0; i < row.items.length; i++) {
      int item = row.items[i];
      double confidence = (double) row.pairs[i] / seedOrders;
      scores[item] += confidence;
      if (confidence > strongest[item]) {
        strongest[item] = confidence;
        strongestSeed[item] = seed;
        strongestPair[item] = row.pairs[i];
      }
    }
  }

  private Row row(int seed) {
    var known = rows.get(seed);
    if (known != null) {
      return known;
    }
    var row = admitted(seed);
    if (keptPairs > MOST_KEPT_PAIRS) {
      rows.clear();
      keptPairs = 0;
    }
    rows.put(seed, row);
    keptPairs += row.items.length;
    return row;
  }

  private Row admitted(int seed) {
    index.tallyWith(seed, tally);
    int seedOrders = index.ordersWith(seed);
    int[] items =
        IntStream.range(0, tally.size())
            .map(tally::product)
            .filter(item ->
                guard.admits(tally.count(item), seedOrders, index.ordersWith(item), index.orders()))
            .toArray();
    var row = new Row(items, Arrays.stream(items).map(tally::count).toArray());
    tally.clear();
    return row;
  }

  private List<Suggestion> best(int limit) {
    var best = new PriorityQueue<Suggestion>(limit + 1, BEST_FIRST.reversed());
    for (int item = 0; item < scores.length; item++) {
      if (scores[item] > 0 && (best.size() < limit || scores[item] >= best.element().score())) {
        best.add(suggestion(item));
        if (best.size() > limit) {
          best.remove();
        }
      }
    }
    var sorted = new ArrayList<>(best);
    sorted.sort(BEST_FIRST);
    return sorted;
  }

  private Suggestion suggestion(int item) {
    int seed = strongestSeed[item];
    var products = index.products();
    var evidence = index.evidence(seed, item, strongestPair[item]);
    return new Suggestion(
        evidence.item(), products.name(item), scores[item], products.name(seed), evidence);
  }
}
