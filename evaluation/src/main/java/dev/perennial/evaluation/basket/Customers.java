package dev.perennial.evaluation.basket;

import java.util.ArrayList;
import java.util.List;

/** Vectors of all customers, and who has anything of a product. */
final class Customers {

  private record Holding(int customer, double weight) {}

  private final List<Vector> vectors;
  private final List<List<Holding>> holdings = new ArrayList<>();

  Customers(List<Vector> vectors, int products) {
    this.vectors = vectors;
    for (int product = 0; product < products; product++) {
      holdings.add(new ArrayList<>());
    }
    for (int customer = 0; customer < vectors.size(); customer++) {
      var vector = vectors.get(customer);
      for (int i = 0; i < vector.products().length; i++) {
        holdings.get(vector.products()[i]).add(new Holding(customer, vector.weights()[i]));
      }
    }
  }

  int size() {
    return vectors.size();
  }

  Vector of(int customer) {
    return vectors.get(customer);
  }

  /** The inner products of one customer's vector with those of all. */
  double[] products(int customer) {
    var inner = new double[vectors.size()];
    var vector = vectors.get(customer);
    for (int i = 0; i < vector.products().length; i++) {
      for (var holding : holdings.get(vector.products()[i])) {
        inner[holding.customer] += vector.weights()[i] * holding.weight;
      }
    }
    return inner;
  }
}
