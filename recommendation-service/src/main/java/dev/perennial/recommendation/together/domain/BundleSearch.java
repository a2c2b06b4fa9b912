package dev.perennial.recommendation.together.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds sets of three to five products that many orders hold. Bounded in work: it begins with what
 * very many orders hold, and asks for less until enough sets are found or the bound is reached;
 * what a step that went too far had found is dropped, so that the same orders always give the same
 * sets, and what is common is never lost to what is rare.
 */
final class BundleSearch {

  private static final double[] SHARES = {.05, .02, .007, .003, .001, .0005};
  private static final int LEAST_ORDERS = 5;
  private static final int ENOUGH = 2_000;
  private static final long MOST_STEPS = 600_000_000;

  private final OrderMatrix matrix;

  BundleSearch(OrderMatrix matrix) {
    this.matrix = matrix;
  }

  /** The strongest first; of fewer products where even what most orders hold is too much. */
  List<Bundle> bundles() {
    return upTo(5).or(() -> upTo(4)).or(() -> upTo(3)).orElse(List.of()).stream()
        .map(this::inTheShop)
        .toList();
  }

  /** Empty when no step came to its end. */
  private Optional<List<Bundle>> upTo(int mostProducts) {
    Optional<List<Bundle>> found = Optional.empty();
    long steps = MOST_STEPS;
    for (double share : SHARES) {
      int least = Math.max(LEAST_ORDERS, (int) Math.ceil(share * matrix.orders()));
      var sets = new FrequentSets(matrix, least, mostProducts, steps);
      if (!sets.find()) {
        break;
      }
      steps = sets.stepsLeft();
      found = Optional.of(sets.strongestFirst());
      if (found.get().size() >= ENOUGH || least == LEAST_ORDERS) {
        break;
      }
    }
    return found;
  }

  private Bundle inTheShop(Bundle bundle) {
    int[] numbers = matrix.shopNumbers();
    int[] products = Arrays.stream(bundle.products()).map(product -> numbers[product]).toArray();
    return new Bundle(products, bundle.bundleOrders(), bundle.orders(), bundle.lift());
  }
}
