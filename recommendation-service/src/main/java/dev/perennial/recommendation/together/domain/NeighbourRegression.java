package dev.perennial.recommendation.together.domain;

import java.util.Arrays;

/**
 * Predicts whether an order holds a product from which of its neighbours it holds: a ridge
 * regression for each product, on its neighbours only. That is SLIM with neighbour selection (Ning
 * and Karypis, SLIM: Sparse Linear Methods for Top-N Recommender Systems, ICDM 2011) with the
 * squared penalty and the closed form of EASE (Steck, Embarrassingly Shallow Autoencoders for
 * Sparse Data, WWW 2019). Used by one thread.
 */
final class NeighbourRegression {

  private final Partners[] partners;
  private final double ridge;
  private final int[] places;
  private final double[][] matrix;

  NeighbourRegression(Partners[] partners, ModelSettings settings) {
    this.partners = partners;
    this.ridge = settings.ridge();
    this.places = new int[partners.length];
    this.matrix = new double[settings.neighbours()][settings.neighbours()];
  }

  /** How much each neighbour speaks for a product, parallel to the neighbours. */
  double[] weightsFor(int product) {
    int[] neighbours = partners[product].neighbours();
    double penalty = ridge;
    while (true) {
      fill(neighbours, penalty);
      double[] weights =
          Arrays.stream(neighbours).mapToDouble(partners[product]::weightWith).toArray();
      if (Cholesky.solve(matrix, weights, neighbours.length)) {
        return weights;
      }
      // Leaving out weak pairs may take away that the matrix is positive definite.
      penalty *= 4;
    }
  }

  private void fill(int[] neighbours, double penalty) {
    for (int place = 0; place < neighbours.length; place++) {
      places[neighbours[place]] = place + 1;
      Arrays.fill(matrix[place], 0, place, 0);
      matrix[place][place] = partners[neighbours[place]].weight() + penalty;
    }
    for (int place = 0; place < neighbours.length; place++) {
      fill(place, partners[neighbours[place]]);
    }
    for (int neighbour : neighbours) {
      places[neighbour] = 0;
    }
  }

  /** A pair is known when either of its products kept it. */
  private void fill(int place, Partners row) {
    int[] products = row.products();
    for (int i = 0; i < products.length; i++) {
      int other = places[products[i]] - 1;
      if (other >= 0) {
        matrix[Math.max(place, other)][Math.min(place, other)] = row.weights()[i];
      }
    }
  }
}
