package dev.perennial.evaluation.metrics;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** How good one list is, its best first, given what was relevant; each from 0 to 1. */
public final class Metrics {

  private Metrics() {}

  /** 1 when anything relevant is in the list. The mean over persons is called PHR, or hit rate. */
  public static double hit(List<?> top, Set<?> relevant) {
    return top.stream().anyMatch(relevant::contains) ? 1 : 0;
  }

  /** The share of what is relevant that is in the list; 0 when nothing is relevant. */
  public static double recall(List<?> top, Set<?> relevant) {
    return relevant.isEmpty() ? 0 : (double) hits(top, relevant) / relevant.size();
  }

  /**
   * Normalized discounted cumulative gain with binary relevance (Järvelin and Kekäläinen, TOIS
   * 2002).
   *
   * @param ideal how many relevant ones the best list of this length would hold
   */
  public static double ndcg(List<?> top, Set<?> relevant, int ideal) {
    double gain = 0;
    for (int i = 0; i < top.size(); i++) {
      gain += relevant.contains(top.get(i)) ? discount(i + 1) : 0;
    }
    double best = 0;
    for (int rank = 1; rank <= ideal; rank++) {
      best += discount(rank);
    }
    return best == 0 ? 0 : gain / best;
  }

  /** 1 / rank, or 0 beyond the cut-off. */
  public static double reciprocalRank(int rank, int cutoff) {
    return rank <= cutoff ? 1.0 / rank : 0;
  }

  /** The rank of the first relevant one, from 1; the largest number when there is none. */
  public static int firstRank(List<?> top, Set<?> relevant) {
    for (int i = 0; i < top.size(); i++) {
      if (relevant.contains(top.get(i))) {
        return i + 1;
      }
    }
    return Integer.MAX_VALUE;
  }

  /** The share of all products that is in any of the lists. */
  public static double coverage(Collection<? extends Collection<?>> lists, int products) {
    return (double) lists.stream().flatMap(Collection::stream).distinct().count() / products;
  }

  private static long hits(List<?> top, Set<?> relevant) {
    return top.stream().filter(relevant::contains).count();
  }

  private static double discount(int rank) {
    return Math.log(2) / Math.log(rank + 1.0);
  }
}
