package dev.perennial.gateway.catalog.api;

import dev.perennial.gateway.catalog.app.ProductLog;
import dev.perennial.gateway.catalog.domain.Product;
import dev.perennial.gateway.domain.InvalidRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes the products of one request in, each on its own merits, and hands them on in bounded
 * pieces. Used by one thread, which may wait.
 */
final class Reception {

  private static final int PIECE = 1_000;
  private static final int MOST_TOLD = 1_000;

  private final ProductLog log;
  private final String workspace;
  private final List<Product> piece = new ArrayList<>();
  private final List<CatalogJson.Rejected> rejected = new ArrayList<>();
  private long accepted;
  private long rejectedCount;

  Reception(ProductLog log, String workspace) {
    this.log = log;
    this.workspace = workspace;
  }

  /**
   * One product, or why it is none.
   *
   * @param prefix of what its refusal points to
   * @param line of CSV
   */
  void take(String prefix, @Nullable Long line, Supplier<Product> product) {
    try {
      piece.add(product.get());
    } catch (InvalidRequestException e) {
      reject(line, prefix + e.pointer(), e.detail());
    }
    if (piece.size() == PIECE) {
      handOn();
    }
  }

  void reject(@Nullable Long line, String pointer, String reason) {
    rejectedCount++;
    if (rejected.size() < MOST_TOLD) {
      rejected.add(new CatalogJson.Rejected(line, pointer, reason));
    }
  }

  /** What became of them, once all that were accepted are durable. */
  CatalogJson.Outcome close() {
    handOn();
    return new CatalogJson.Outcome(accepted, rejectedCount, List.copyOf(rejected));
  }

  private void handOn() {
    if (!piece.isEmpty()) {
      // The log itself says when it has waited enough.
      log.put(workspace, List.copyOf(piece)).await().indefinitely();
      accepted += piece.size();
      piece.clear();
    }
  }
}
