package dev.perennial.recommendation.together.domain;

import dev.perennial.recommendation.together.domain.TogetherModel.Row;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** Fits a model: counts the pairs, solves a regression for each product, and turns both by seed. */
final class ModelBuild {

  /** A product with the pull that a seed has on it, and the weight of the orders with both. */
  private record Pull(int product, float weight, float together) {}

  private final OrderMatrix orders;
  private final ModelSettings settings;
  private final Workers workers;
  private final Partners[] partners;
  private final double[][] weights;

  ModelBuild(OrderMatrix orders, ModelSettings settings, Workers workers) {
    this.orders = orders;
    this.settings = settings;
    this.workers = workers;
    this.partners = new Partners[orders.products()];
    this.weights = new double[orders.products()][];
  }

  Row[] rows() {
    workers.forEach(orders.products(), () -> search(new PartnerSearch(orders, settings)));
    workers.forEach(orders.products(), () -> fit(new NeighbourRegression(partners, settings)));
    return rowsBySeed();
  }

  private IntConsumer search(PartnerSearch search) {
    return product -> partners[product] = search.of(product);
  }

  private IntConsumer fit(NeighbourRegression regression) {
    return product -> weights[product] = regression.weightsFor(product);
  }

  /** Weights are found by product and asked for by seed. */
  private Row[] rowsBySeed() {
    int[] sizes = new int[partners.length];
    for (var own : partners) {
      for (int seed : own.neighbours()) {
        sizes[seed]++;
      }
    }
    var pulls = new Pull[partners.length][];
    Arrays.setAll(pulls, seed -> new Pull[sizes[seed]]);
    Arrays.fill(sizes, 0);
    for (int product = 0; product < partners.length; product++) {
      int[] neighbours = partners[product].neighbours();
      for (int i = 0; i < neighbours.length; i++) {
        float together = (float) partners[product].weightWith(neighbours[i]);
        pulls[neighbours[i]][sizes[neighbours[i]]++] =
            new Pull(product, (float) weights[product][i], together);
      }
    }
    var rows = new Row[partners.length];
    Arrays.setAll(rows, seed -> row(partners[seed], pulls[seed]));
    return rows;
  }

  /** What the seed kept, and what it is a neighbour of without having kept it. */
  private static Row row(Partners own, Pull[] pulls) {
    int[] products =
        Stream.of(Arrays.stream(own.products()), Arrays.stream(pulls).mapToInt(Pull::product))
            .flatMapToInt(numbers -> numbers)
            .sorted()
            .distinct()
            .toArray();
    var row = new Row(products, new float[products.length], new float[products.length]);
    for (int i = 0; i < products.length; i++) {
      row.confidences()[i] = (float) (own.weightWith(products[i]) / own.weight());
    }
    for (Pull pull : pulls) {
      int index = Arrays.binarySearch(products, pull.product);
      row.weights()[index] = pull.weight;
      row.confidences()[index] = (float) (pull.together / own.weight());
    }
    return row;
  }
}
