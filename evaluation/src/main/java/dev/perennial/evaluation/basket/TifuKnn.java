package dev.perennial.evaluation.basket;

import dev.perennial.evaluation.basket.Protocol.Order;
import dev.perennial.evaluation.basket.Protocol.Question;
import java.util.HashMap;
import java.util.List;

/**
 * Hu, He, Gao and Zhang, "Modeling Personalized Item Frequency Information for Next-basket
 * Recommendation", SIGIR 2020: a customer's orders, in groups, decay within a group and from group
 * to group; the prediction mixes the customer's vector with the mean of its nearest neighbours'.
 */
final class TifuKnn implements Predictor {

  /**
   * As the paper names them.
   *
   * @param group orders a group (m)
   * @param withinDecay of orders in a group (r_b)
   * @param groupDecay of groups (r_g)
   * @param neighbours of a customer (k)
   * @param own the part of the customer's own vector (alpha)
   */
  record Settings(int group, double withinDecay, double groupDecay, int neighbours, double own) {}

  private final Protocol protocol;
  private final Settings settings;
  private final Customers customers;
  private final double[] squares;

  TifuKnn(Protocol protocol, Settings settings) {
    this.protocol = protocol;
    this.settings = settings;
    this.customers =
        new Customers(
            protocol.histories().stream().map(this::vector).toList(), protocol.products().size());
    this.squares = new double[customers.size()];
    for (int customer = 0; customer < squares.length; customer++) {
      squares[customer] = customers.of(customer).square();
    }
  }

  @Override
  public List<String> predict(Question question, int limit) {
    var scores = new double[protocol.products().size()];
    customers.of(question.customer()).addTo(scores, settings.own);
    double share = (1 - settings.own) / settings.neighbours;
    nearest(question.customer()).forEach(near -> customers.of(near).addTo(scores, share));
    return Top.of(scores, limit).stream().map(protocol.products()::get).toList();
  }

  private List<Integer> nearest(int customer) {
    var inner = customers.products(customer);
    var closeness = new double[inner.length];
    for (int other = 0; other < inner.length; other++) {
      double distance = squares[customer] + squares[other] - 2 * inner[other];
      closeness[other] = other == customer ? 0 : 1 / (1 + Math.max(0, distance));
    }
    return Top.of(closeness, settings.neighbours);
  }

  /** Groups are counted from the latest order; the earliest group may be short. */
  private Vector vector(List<Order> orders) {
    int groups = Math.ceilDiv(orders.size(), settings.group);
    var weights = new HashMap<Integer, Double>();
    for (int i = 0; i < orders.size(); i++) {
      int ago = orders.size() - 1 - i;
      int group = ago / settings.group;
      int size =
          group == groups - 1 ? orders.size() - (groups - 1) * settings.group : settings.group;
      double weight =
          Math.pow(settings.withinDecay, ago % settings.group)
              / size
              * Math.pow(settings.groupDecay, group)
              / groups;
      for (int product : orders.get(i).products()) {
        weights.merge(product, weight, Double::sum);
      }
    }
    return Vector.of(weights);
  }
}
