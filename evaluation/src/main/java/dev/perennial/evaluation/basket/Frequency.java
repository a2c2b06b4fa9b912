package dev.perennial.evaluation.basket;

import dev.perennial.evaluation.basket.Protocol.Order;
import dev.perennial.evaluation.basket.Protocol.Question;
import java.util.List;

/**
 * The frequency baselines of "A Next Basket Recommendation Reality Check" (Li et al., TOIS 2023):
 * what all customers buy most, what this one does, and the second filled up with the first.
 */
final class Frequency {

  private final Protocol protocol;
  private final double[] all;

  Frequency(Protocol protocol) {
    this.protocol = protocol;
    this.all = new double[protocol.products().size()];
    protocol.histories().forEach(orders -> count(orders, all));
  }

  /** G-TopFreq. */
  List<String> ofAll(Question question, int limit) {
    return top(all, limit);
  }

  /** P-TopFreq; of equally frequent ones the first by id. */
  List<String> ofPerson(Question question, int limit) {
    return top(personal(question), limit);
  }

  /** GP-TopFreq; of equally frequent ones that which all buy more, which is kinder to it. */
  List<String> ofPersonThenAll(Question question, int limit) {
    var scores = personal(question);
    double most = 1;
    for (double count : all) {
      most = Math.max(most, count + 1);
    }
    for (int product = 0; product < scores.length; product++) {
      scores[product] += all[product] / most;
    }
    return top(scores, limit);
  }

  private double[] personal(Question question) {
    var counts = new double[all.length];
    count(protocol.histories().get(question.customer()), counts);
    return counts;
  }

  private List<String> top(double[] scores, int limit) {
    return Top.of(scores, limit).stream().map(protocol.products()::get).toList();
  }

  private static void count(List<Order> orders, double[] counts) {
    for (var order : orders) {
      for (int product : order.products()) {
        counts[product]++;
      }
    }
  }
}
