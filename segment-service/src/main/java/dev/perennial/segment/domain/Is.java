package dev.perennial.segment.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The comparator of a leaf: every one of its comparisons holds. */
public record Is(List<Comparison> comparisons) {

  public Is {
    comparisons = List.copyOf(comparisons);
    if (comparisons.isEmpty()) {
      throw new IllegalArgumentException("a comparator needs at least one comparison");
    }
  }

  public boolean holds(@Nullable Value actual) {
    return comparisons.stream().allMatch(one -> one.holds(actual));
  }
}
