package dev.perennial.evaluation.together;

import dev.perennial.evaluation.Table;
import java.util.List;

/** What the two tasks measure of one method. */
record Figures(double hitRate, double ndcg, double coverage, double leftOutHitRate, double mrr) {

  static final List<String> HEADER =
      List.of("T1 HR@10", "T1 nDCG@10", "T1 coverage", "T2 HR@10", "T2 MRR@10");

  /** In the order of the header. */
  List<Double> values() {
    return List.of(hitRate, ndcg, coverage, leftOutHitRate, mrr);
  }

  List<String> cells() {
    return values().stream().map(Table::figure).toList();
  }

  /** The greatest difference to another one's figures; of coverage, half a digit is forgiven. */
  double differenceTo(Figures other) {
    double precise =
        Math.max(
            Math.max(Math.abs(hitRate - other.hitRate), Math.abs(ndcg - other.ndcg)),
            Math.max(Math.abs(leftOutHitRate - other.leftOutHitRate), Math.abs(mrr - other.mrr)));
    return Math.max(precise, Math.abs(coverage - other.coverage) - 0.0005);
  }
}
