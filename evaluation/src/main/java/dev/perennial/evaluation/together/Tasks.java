package dev.perennial.evaluation.together;

import dev.perennial.evaluation.metrics.Mean;
import dev.perennial.evaluation.metrics.Metrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The two tasks. T1: from one product to the rest of its basket, by the ten best. T2: from a basket
 * without one product to that product, by its rank: one more than the candidates that score higher.
 * A basket counts with the mean over its products.
 */
record Tasks(Split split) {

  private static final int TOP = 10;

  private record LeftOut(double hitRate, double mrr) {}

  Figures measure(Scorer scorer) {
    var known = new TreeSet<Integer>();
    split.test().forEach(basket -> Arrays.stream(basket).forEach(known::add));
    var lists =
        known.parallelStream()
            .collect(Collectors.toConcurrentMap(seed -> seed, seed -> top(scorer, seed)));
    var hits = new Mean();
    var gains = new Mean();
    for (int[] basket : split.test()) {
      var relevant = Arrays.stream(basket).boxed().collect(Collectors.toSet());
      var hit = new Mean();
      var gain = new Mean();
      for (int seed : basket) {
        var list = lists.getOrDefault(seed, List.of());
        hit.add(Metrics.hit(list, relevant));
        gain.add(Metrics.ndcg(list, relevant, Math.min(TOP, basket.length - 1)));
      }
      hits.add(hit.value());
      gains.add(gain.value());
    }
    var coverage = Metrics.coverage(lists.values(), split.products().size());
    var leftOut = leaveOneOut(scorer);
    return new Figures(hits.value(), gains.value(), coverage, leftOut.hitRate, leftOut.mrr);
  }

  /** The ten best for a product, without itself; of equal ones those whose codes come first. */
  private List<Integer> top(Scorer scorer, int seed) {
    double[] scores = new double[split.products().size()];
    scorer.score(new int[] {seed}, scores);
    Comparator<Integer> worstFirst =
        Comparator.comparingDouble((Integer item) -> scores[item])
            .thenComparing(Comparator.reverseOrder());
    var best = new PriorityQueue<>(TOP + 1, worstFirst);
    for (int item = 0; item < scores.length; item++) {
      boolean open = best.size() < TOP || scores[item] > scores[best.element()];
      if (item != seed && scores[item] != Scorer.NONE && open) {
        best.add(item);
        if (best.size() > TOP) {
          best.remove();
        }
      }
    }
    var list = new ArrayList<>(best);
    list.sort(worstFirst.reversed());
    return list;
  }

  private LeftOut leaveOneOut(Scorer scorer) {
    var results = split.test().parallelStream().map(basket -> leaveOneOut(scorer, basket)).toList();
    var hits = new Mean();
    var ranks = new Mean();
    results.forEach(one -> {
      hits.add(one.hitRate);
      ranks.add(one.mrr);
    });
    return new LeftOut(hits.value(), ranks.value());
  }

  private LeftOut leaveOneOut(Scorer scorer, int[] basket) {
    var hits = new Mean();
    var ranks = new Mean();
    scorer.leaveOneOut(
        basket,
        split.products().size(),
        (leftOut, scores) -> {
          int rank = rank(scores, basket, leftOut);
          hits.add(rank <= TOP ? 1 : 0);
          ranks.add(Metrics.reciprocalRank(rank, TOP));
        });
    return new LeftOut(hits.value(), ranks.value());
  }

  private static int rank(double[] scores, int[] basket, int leftOut) {
    double score = scores[leftOut];
    if (score == Scorer.NONE) {
      return Integer.MAX_VALUE;
    }
    int higher = 0;
    for (double other : scores) {
      higher += other > score ? 1 : 0;
    }
    for (int item : basket) {
      higher -= scores[item] > score ? 1 : 0;
    }
    return 1 + higher;
  }
}
