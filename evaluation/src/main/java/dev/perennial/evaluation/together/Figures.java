package dev.perennial.evaluation.together;

import static dev.perennial.evaluation.Table.figure;

import java.util.List;

/** What the two tasks measure of one method. */
record Figures(double hitRate, double ndcg, double coverage, double leftOutHitRate, double mrr) {

  static final List<String> HEADER =
      List.of("T1 HR@10", "T1 nDCG@10", "T1 coverage", "T2 HR@10", "T2 MRR@10");

  List<String> cells() {
    // The published coverage has three digits.
    return List.of(
        figure(hitRate), figure(ndcg), figure(coverage), figure(leftOutHitRate), figure(mrr));
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
