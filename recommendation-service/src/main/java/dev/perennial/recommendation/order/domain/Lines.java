package dev.perennial.recommendation.order.domain;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Pieces by product, as an order or a refund lists them.
 *
 * @param pieces each above 0
 */
public record Lines(SortedMap<String, Long> pieces) {

  public static final Lines NONE = new Lines(new TreeMap<>());

  public Lines {
    pieces = Collections.unmodifiableSortedMap(new TreeMap<>(pieces));
    if (pieces.values().stream().anyMatch(count -> count <= 0)) {
      throw new IllegalArgumentException("pieces must be above 0");
    }
  }

  public boolean isEmpty() {
    return pieces.isEmpty();
  }

  /** Of each product the greater number, so that what is told twice counts once. */
  Lines union(Lines other) {
    var both = new TreeMap<>(pieces);
    other.pieces.forEach((product, count) -> both.merge(product, count, Math::max));
    return new Lines(both);
  }
}
