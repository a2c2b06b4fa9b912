package dev.perennial.evaluation.basket;

import static java.util.Comparator.comparingDouble;

import java.util.List;
import java.util.PriorityQueue;

/** The best of scores. */
final class Top {

  private record Scored(int number, double score) {}

  private Top() {}

  /** The numbers of the highest scores above 0, the highest first; of equal ones the first. */
  static List<Integer> of(double[] scores, int limit) {
    var bestFirst = comparingDouble(Scored::score).reversed().thenComparingInt(Scored::number);
    var kept = new PriorityQueue<Scored>(limit + 1, bestFirst.reversed());
    for (int number = 0; number < scores.length; number++) {
      if (scores[number] > 0 && (kept.size() < limit || scores[number] > kept.element().score)) {
        kept.add(new Scored(number, scores[number]));
        if (kept.size() > limit) {
          kept.remove();
        }
      }
    }
    return kept.stream().sorted(bestFirst).map(Scored::number).toList();
  }
}
