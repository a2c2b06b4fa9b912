package dev.perennial.recommendation.together.domain;

import dev.perennial.recommendation.order.domain.BasketSnapshot;
import dev.perennial.recommendation.serving.domain.Scores;
import dev.perennial.recommendation.snapshot.domain.SnapshotInput;
import dev.perennial.recommendation.snapshot.domain.SnapshotOutput;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * What goes with what, learned from all orders up to a moment. A product's score for the seeds at
 * hand is
 *
 * <pre>sum of B(seed, product) + sum of C(seed, product) / seeds^1.5</pre>
 *
 * where B is what the seed adds to the prediction when the others are known ({@link
 * NeighbourRegression}: of use for carts, whose products explain each other) and C the confidence
 * of the weighted orders (of use for a single product). Never changes; used by many threads.
 */
public final class TogetherModel {

  /** What a seed says of each product that goes with it, by rising number. */
  record Row(int[] products, float[] weights, float[] confidences) {}

  private final Row[] rows;
  private final int[] shopNumbers;
  private final int[] numbers;
  private final long version;
  private final long pairs;

  private TogetherModel(Row[] rows, int[] shopNumbers, long version) {
    this.rows = rows;
    this.shopNumbers = shopNumbers;
    this.numbers = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      numbers[shopNumbers[i]] = i;
    }
    this.version = version;
    this.pairs = Arrays.stream(rows).mapToLong(row -> row.products.length).sum();
  }

  /** Learns from these orders; some seconds of work for millions of them. */
  public static TogetherModel of(BasketSnapshot snapshot, ModelSettings settings, Workers workers) {
    var orders = OrderMatrix.of(snapshot, settings.halfLife());
    return of(orders, snapshot.version(), settings, workers);
  }

  /** The same, of orders that are used for more than this. */
  public static TogetherModel of(
      OrderMatrix orders, long version, ModelSettings settings, Workers workers) {
    var rows = new ModelBuild(orders, settings, workers).rows();
    return new TogetherModel(rows, orders.shopNumbers(), version);
  }

  /** For {@link TogetherPart}. */
  void write(SnapshotOutput out) {
    out.writeLong(version);
    out.writeInts(shopNumbers);
    for (var row : rows) {
      out.writeInts(row.products);
      out.writeFloats(row.weights);
      out.writeFloats(row.confidences);
    }
  }

  static TogetherModel read(SnapshotInput in) {
    long version = in.readLong();
    int[] shopNumbers = in.readInts();
    var rows = new Row[shopNumbers.length];
    Arrays.setAll(rows, _ -> new Row(in.readInts(), in.readFloats(), in.readFloats()));
    return new TogetherModel(rows, shopNumbers, version);
  }

  /** How much the confidences of so many seeds count beside the regressions. */
  static double confidenceShare(int seeds) {
    return Math.pow(seeds, -1.5);
  }

  /** Products that the shop knew when the model was made; later ones have higher numbers. */
  int products() {
    return rows.length;
  }

  /** Of the index when the orders were taken from it. */
  public long version() {
    return version;
  }

  /** Directed pairs that are kept. */
  public long pairs() {
    return pairs;
  }

  /** Whether anything went with a product when the model was made. */
  boolean knows(int product) {
    return product < rows.length && rows[numbers[product]].products.length > 0;
  }

  /**
   * Adds up what a seed says. Products are those of the shop.
   *
   * @param sums adds to the sum of a product
   * @param seeds how many there are
   * @param admits tells of a product whether it still goes with the seed
   */
  void addTo(Scores.Each sums, int seed, int seeds, IntPredicate admits) {
    var row = rows[numbers[seed]];
    double share = confidenceShare(seeds);
    for (int i = 0; i < row.products.length; i++) {
      int product = shopNumbers[row.products[i]];
      if (admits.test(product)) {
        sums.accept(product, row.weights[i] + share * row.confidences[i]);
      }
    }
  }

  /** What a seed that is known adds to the score of a product. */
  double score(int seed, int product, int seeds) {
    if (product >= numbers.length) {
      return 0;
    }
    var row = rows[numbers[seed]];
    int index = Arrays.binarySearch(row.products, numbers[product]);
    return index < 0 ? 0 : row.weights[index] + confidenceShare(seeds) * row.confidences[index];
  }
}
