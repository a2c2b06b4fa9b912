package dev.perennial.benchmarks;

import dev.perennial.recommendation.order.domain.BasketSnapshot;
import dev.perennial.recommendation.together.domain.OrderMatrix;
import dev.perennial.recommendation.together.domain.WeightedTally;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;

/**
 * Counting and weighing all pairs, beside as many bare multiply-adds in the same run: each to the
 * place of a product in a row that stays in the cache, which no counting of pairs from lists of
 * products can do without.
 */
record PairCountingBenchmark(BasketSnapshot orders, Duration halfLife) {

  void run(PrintStream out) {
    var matrix = OrderMatrix.of(orders, halfLife);
    long additions =
        Arrays.stream(orders.orders())
            .mapToLong(basket -> (long) basket.products().length * basket.products().length)
            .sum();
    int[] lines =
        Arrays.stream(orders.orders())
            .flatMapToInt(basket -> Arrays.stream(basket.products()))
            .toArray();
    int products = matrix.products();
    double floor = RecommendationBenchmark.median(() -> multiplyAdd(lines, additions, products));
    double counting = RecommendationBenchmark.median(() -> count(matrix));
    out.printf(
        "all pairs, %.1f million additions, one thread: %.3f s; bare multiply-adds %.3f s, ratio %.1f%n",
        additions / 1e6, counting, floor, counting / floor);
  }

  private static WeightedTally count(OrderMatrix matrix) {
    var tally = new WeightedTally(matrix.products());
    for (int product = 0; product < matrix.products(); product++) {
      matrix.tallyWith(product, tally);
    }
    return tally;
  }

  /** The products of the orders one after the other, as often as it takes. */
  private static double[] multiplyAdd(int[] lines, long additions, int products) {
    double[] row = new double[products];
    for (long done = 0; done < additions; done += lines.length) {
      multiplyAdd(lines, row, (int) Math.min(lines.length, additions - done), 1.0 / (1 + done));
    }
    return row;
  }

  private static void multiplyAdd(int[] lines, double[] row, int count, double weight) {
    for (int i = 0; i < count; i++) {
      row[lines[i]] += weight * count;
    }
  }
}
