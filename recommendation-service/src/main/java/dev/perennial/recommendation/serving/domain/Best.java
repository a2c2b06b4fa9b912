package dev.perennial.recommendation.serving.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The best so many of what is offered. Equal scores are ordered by product id. */
final class Best {

  /**
   * A candidate that may be shown.
   *
   * @param buried comes after all that are not
   */
  record Ranked(Item item, double score, boolean buried) {}

  private static final Comparator<Ranked> BEST_FIRST =
      Comparator.comparing(Ranked::buried)
          .thenComparing(Comparator.comparingDouble(Ranked::score).reversed())
          .thenComparing(ranked -> ranked.item().id());

  private final int limit;
  private final PriorityQueue<Ranked> worstFirst = new PriorityQueue<>(BEST_FIRST.reversed());

  Best(int limit) {
    this.limit = limit;
  }

  /** Whether one that is not buried and has this score might still be among the best. */
  boolean isOpenTo(double score) {
    if (worstFirst.size() < limit) {
      return true;
    }
    var worst = worstFirst.element();
    return worst.buried() || score >= worst.score();
  }

  void offer(Ranked ranked) {
    worstFirst.add(ranked);
    if (worstFirst.size() > limit) {
      worstFirst.remove();
    }
  }

  List<Ranked> bestFirst() {
    var sorted = new ArrayList<>(worstFirst);
    sorted.sort(BEST_FIRST);
    return sorted;
  }
}
