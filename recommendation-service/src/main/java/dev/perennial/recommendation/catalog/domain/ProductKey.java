package dev.perennial.recommendation.catalog.domain;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/** A product of a workspace, in order of workspace, then id. */
public record ProductKey(String workspace, String id) implements Comparable<ProductKey> {

  private static final Comparator<ProductKey> ORDER =
      Comparator.comparing(ProductKey::workspace).thenComparing(ProductKey::id);

  public ProductKey {
    requireNonNull(workspace, "workspace");
    requireNonNull(id, "id");
  }

  @Override
  public int compareTo(ProductKey other) {
    return ORDER.compare(this, other);
  }
}
