package dev.perennial.evaluation.basket;

import dev.perennial.evaluation.Table;
import dev.perennial.evaluation.basket.Protocol.Question;
import dev.perennial.evaluation.metrics.Mean;
import dev.perennial.evaluation.metrics.Metrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
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

  /** Those that are compared: see {@link #main()}. */
  static final List<String> MAIN = List.of("recall@10", "nDCG@10", "recall@20", "nDCG@20");

  /** The two-sided 95 % point of the normal distribution. */
  private static final double Z = 1.959963984540054;

  private final List<double[]> ofEach = new ArrayList<>();
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
    var questions = protocol.questions();
    var tops = questions.parallelStream().map(one -> predictor.predict(one, 20)).toList();
    for (int i = 0; i < questions.size(); i++) {
      figures.add(questions.get(i), bought(protocol, questions.get(i)), tops.get(i));
    }
    return figures;
  }

  /** Recall and nDCG at 10 and at 20. */
  List<Double> main() {
    return Stream.of(recall10, gain10, recall20, gain20).map(Mean::value).toList();
  }

  /**
   * Whether a main figure is lower than the other's by more than chance: the mean of the
   * differences, customer by customer, is below 0 with 95 % (normal, two-sided).
   */
  boolean isWorseThan(Figures other) {
    return IntStream.range(0, MAIN.size()).anyMatch(figure -> upperBound(other, figure) < 0);
  }

  private double upperBound(Figures other, int figure) {
    int count = ofEach.size();
    var differences =
        IntStream.range(0, count)
            .mapToDouble(i -> ofEach.get(i)[figure] - other.ofEach.get(i)[figure])
            .toArray();
    double mean = Arrays.stream(differences).sum() / count;
    double squares = Arrays.stream(differences).map(d -> (d - mean) * (d - mean)).sum();
    return mean + Z * Math.sqrt(squares / (count - 1.0) / count);
  }

  List<String> cells() {
    return Stream.of(recall10, gain10, hit10, recall20, gain20, repeat, explore, shown)
        .map(mean -> Table.figure(mean.value()))
        .toList();
  }

  private void add(Question question, Set<String> bought, List<String> top20) {
    var truth = question.truth();
    var top10 = top20.subList(0, Math.min(10, top20.size()));
    double[] main = {
      Metrics.recall(top10, truth),
      Metrics.ndcg(top10, truth, Math.min(10, truth.size())),
      Metrics.recall(top20, truth),
      Metrics.ndcg(top20, truth, Math.min(20, truth.size()))
    };
    ofEach.add(main);
    recall10.add(main[0]);
    gain10.add(main[1]);
    hit10.add(Metrics.hit(top10, truth));
    recall20.add(main[2]);
    gain20.add(main[3]);
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
