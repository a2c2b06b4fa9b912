package dev.perennial.evaluation.together;

/** The methods that every other one is measured against, from plain counts of pairs. */
final class Baselines {

  private static final int MIN_SUPPORT = 3;

  /** Of all products by all, as many as are held at once. */
  private static final long MATRICES = 3;

  private interface Score {
    double of(double pairs, double seedOrders, double itemOrders);
  }

  private final int orders;
  private final double[][] pairs;

  Baselines(Split split) {
    int products = split.products().size();
    requireRoom(products);
    this.orders = split.train().size();
    this.pairs = new double[products][products];
    for (int[] order : split.train()) {
      for (int seed : order) {
        for (int item : order) {
          pairs[seed][item]++;
        }
      }
    }
  }

  /** So that it ends with what to do, not in the middle with an error of the machine. */
  private static void requireRoom(int products) {
    long bytes = MATRICES * products * products * Double.BYTES;
    if (bytes > Runtime.getRuntime().maxMemory()) {
      throw new IllegalArgumentException(
          "section A needs %d MB for the baselines of %d products: PERENNIAL_EVALUATION_MEMORY=%dg"
              .formatted(bytes >> 20, products, (bytes >> 29) + 1));
    }
  }

  Scorer popularity() {
    return scorer((_, _, itemOrders) -> itemOrders);
  }

  Scorer confidence() {
    return scorer((both, seedOrders, _) -> both / seedOrders);
  }

  Scorer lift() {
    return scorer((both, seedOrders, itemOrders) ->
        both < MIN_SUPPORT ? 0 : both * orders / (seedOrders * itemOrders));
  }

  Scorer jaccard() {
    return scorer((both, seedOrders, itemOrders) -> both / (seedOrders + itemOrders - both));
  }

  /**
   * The log-likelihood ratio (Dunning, Accurate Methods for the Statistics of Surprise and
   * Coincidence, Computational Linguistics 1993), of pairs that are more frequent than by chance.
   */
  Scorer logLikelihoodRatio() {
    return scorer((both, seedOrders, itemOrders) ->
        both * orders <= seedOrders * itemOrders ? 0 : dunning(both, seedOrders, itemOrders));
  }

  /**
   * EASE (Steck, Embarrassingly Shallow Autoencoders for Sparse Data, WWW 2019): {@code B = I - P /
   * diag(P)} where P is the inverse of the counts with the penalty on their diagonal.
   */
  Scorer ease(double penalty) {
    var inverse = new double[pairs.length][];
    for (int i = 0; i < pairs.length; i++) {
      inverse[i] = pairs[i].clone();
      inverse[i][i] += penalty;
    }
    DenseInverse.invert(inverse);
    var rows = new double[pairs.length][pairs.length];
    for (int seed = 0; seed < pairs.length; seed++) {
      for (int item = 0; item < pairs.length; item++) {
        rows[seed][item] = seed == item ? 0 : -inverse[seed][item] / inverse[item][item];
      }
    }
    return new MatrixScorer(rows);
  }

  private Scorer scorer(Score score) {
    var rows = new double[pairs.length][pairs.length];
    for (int seed = 0; seed < pairs.length; seed++) {
      for (int item = 0; item < pairs.length; item++) {
        rows[seed][item] = score.of(pairs[seed][item], pairs[seed][seed], pairs[item][item]);
      }
    }
    return new MatrixScorer(rows);
  }

  private double dunning(double both, double seedOrders, double itemOrders) {
    double neither = orders - seedOrders - itemOrders + both;
    return 2
        * (xLogX(both)
            + xLogX(seedOrders - both)
            + xLogX(itemOrders - both)
            + xLogX(neither)
            - xLogX(seedOrders)
            - xLogX(orders - seedOrders)
            - xLogX(itemOrders)
            - xLogX(orders - itemOrders)
            + xLogX(orders));
  }

  private static double xLogX(double x) {
    return x <= 0 ? 0 : x * Math.log(x);
  }
}
