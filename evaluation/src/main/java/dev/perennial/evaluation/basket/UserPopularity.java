package dev.perennial.evaluation.basket;

import dev.perennial.evaluation.basket.Protocol.Order;
import dev.perennial.evaluation.basket.Protocol.Question;
import java.util.HashMap;
import java.util.List;

/**
 * UP-CF@r of Faggioli, Polato and Aiolli, "Recency Aware Collaborative Filtering for Next Basket
 * Recommendation", UMAP 2020: the part of each customer's last r orders that holds a product,
 * summed over all customers by their similarity, an asymmetric cosine of what they ever bought.
 */
final class UserPopularity implements Predictor {

  /**
   * As the paper names them.
   *
   * @param orders the last so many count (r)
   * @param locality the power of the similarity (q)
   * @param asymmetry the part of the customer asked about in the cosine (alpha)
   */
  record Settings(int orders, double locality, double asymmetry) {}

  private final Protocol protocol;
  private final Settings settings;
  private final Customers customers;
  private final List<Vector> popularities;

  UserPopularity(Protocol protocol, Settings settings) {
    this.protocol = protocol;
    this.settings = settings;
    this.customers =
        new Customers(
            protocol.histories().stream().map(UserPopularity::bought).toList(),
            protocol.products().size());
    this.popularities = protocol.histories().stream().map(this::popularity).toList();
  }

  @Override
  public List<String> predict(Question question, int limit) {
    var scores = new double[protocol.products().size()];
    var common = customers.products(question.customer());
    double own = size(question.customer(), settings.asymmetry);
    for (int other = 0; other < common.length; other++) {
      if (common[other] > 0) {
        double cosine = common[other] / (own * size(other, 1 - settings.asymmetry));
        popularities.get(other).addTo(scores, Math.pow(cosine, settings.locality));
      }
    }
    return Top.of(scores, limit).stream().map(protocol.products()::get).toList();
  }

  private double size(int customer, double power) {
    return Math.pow(customers.of(customer).products().length, power);
  }

  private static Vector bought(List<Order> orders) {
    var bought = new HashMap<Integer, Double>();
    orders.forEach(order -> {
      for (int product : order.products()) {
        bought.put(product, 1.0);
      }
    });
    return Vector.of(bought);
  }

  private Vector popularity(List<Order> orders) {
    var latest = orders.subList(Math.max(0, orders.size() - settings.orders), orders.size());
    var shares = new HashMap<Integer, Double>();
    latest.forEach(order -> {
      for (int product : order.products()) {
        shares.merge(product, 1.0 / latest.size(), Double::sum);
      }
    });
    return Vector.of(shares);
  }
}
