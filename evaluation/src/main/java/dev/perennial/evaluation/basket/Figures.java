package dev.perennial.evaluation.basket;

import dev.perennial.evaluation.Table;
import dev.perennial.evaluation.basket.Protocol.Question;
import dev.perennial.evaluation.metrics.Mean;
import dev.perennial.evaluation.metrics.Metrics;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How well a predictor does. Repeat recall is of the products of the truth that the customer had
 * bought before, explore recall of those new to the customer, each over the customers with any.
 */
final class Figures {

  static final List<String> HEADER =
      List.of(
          "recall@10",
          "nDCG@10",
          "PHR@10",
          "recall@20",
          "nDCG@20",
          "repeat recall@10",
          "explore recall@10",
          "repeats shown");

  private final Mean recall10 = new Mean();
  private final Mean gain10 = new Mean();
  private final Mean hit10 = new Mean();
  private final Mean recall20 = new Mean();
  private final Mean gain20 = new Mean();
  private final Mean repeat = new Mean();
  private final Mean explore = new Mean();
  private final Mean shown = new Mean();

  static Figures of(Protocol protocol, Predictor predictor) {
    var figures = new Figures();
    for (var question : protocol.questions()) {
      figures.add(question, bought(protocol, question), predictor.predict(question, 20));
    }
    return figures;
  }

  /** Recall and nDCG at 10 and at 20. */
  List<Double> main() {
    return Stream.of(recall10, gain10, recall20, gain20).map(Mean::value).toList();
  }

  /** Whether each of the main figures is at least that of the other. */
  boolean isAtLeast(Figures other) {
    for (int i = 0; i < main().size(); i++) {
      if (main().get(i) < other.main().get(i)) {
        return false;
      }
    }
    return true;
  }

  List<String> cells() {
    return Stream.of(recall10, gain10, hit10, recall20, gain20, repeat, explore, shown)
        .map(mean -> Table.figure(mean.value()))
        .toList();
  }

  private void add(Question question, Set<String> bought, List<String> top20) {
    var truth = question.truth();
    var top10 = top20.subList(0, Math.min(10, top20.size()));
    recall10.add(Metrics.recall(top10, truth));
    gain10.add(Metrics.ndcg(top10, truth, Math.min(10, truth.size())));
    hit10.add(Metrics.hit(top10, truth));
    recall20.add(Metrics.recall(top20, truth));
    gain20.add(Metrics.ndcg(top20, truth, Math.min(20, truth.size())));
    var again = new HashSet<>(truth);
    again.retainAll(bought);
    var fresh = new HashSet<>(truth);
    fresh.removeAll(bought);
    addRecall(repeat, top10, again);
    addRecall(explore, top10, fresh);
    top10.forEach(product -> shown.add(bought.contains(product) ? 1 : 0));
  }

  private static void addRecall(Mean mean, List<String> top, Set<String> relevant) {
    if (!relevant.isEmpty()) {
      mean.add(Metrics.recall(top, relevant));
    }
  }

  private static Set<String> bought(Protocol protocol, Question question) {
    var bought = new HashSet<String>();
    for (var order : protocol.histories().get(question.customer())) {
      for (int product : order.products()) {
        bought.add(protocol.products().get(product));
      }
    }
    return bought;
  }
}
