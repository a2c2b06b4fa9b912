package dev.perennial.recommendation.together.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * The sets of products that go together in a shop, as of its last model.
 *
 * @param strongestFirst all that were found
 * @param orders that were looked at
 */
public record Bundles(List<Bundle> strongestFirst, int orders) {

  public static final Bundles NONE = new Bundles(List.of(), 0);

  public Bundles {
    strongestFirst = List.copyOf(strongestFirst);
  }

  public static Bundles of(OrderMatrix orders) {
    return new Bundles(new BundleSearch(orders).bundles(), orders.orders());
  }

  /**
   * The strongest, none of which shares more than half of its products with a stronger one: else
   * one strong set would fill the list with its variants.
   *
   * @param product only sets that hold it
   * @param mayBeShown whether a product may; only sets of such products
   */
  public List<Bundle> distinct(OptionalInt product, IntPredicate mayBeShown, int limit) {
    var distinct = new ArrayList<Bundle>();
    for (Bundle bundle : strongestFirst) {
      if (distinct.size() == limit) {
        break;
      }
      boolean asked =
          (product.isEmpty() || bundle.holds(product.getAsInt()))
              && Arrays.stream(bundle.products()).allMatch(mayBeShown);
      // What all of them hold is none of their difference.
      int given = product.isPresent() ? 1 : 0;
      if (asked && distinct.stream().noneMatch(other -> isVariant(bundle, other, given))) {
        distinct.add(bundle);
      }
    }
    return distinct;
  }

  private static boolean isVariant(Bundle bundle, Bundle other, int given) {
    return 2 * (bundle.common(other) - given) > bundle.products().length - given;
  }
}
