package dev.perennial.recommendation.catalog.app;

import dev.perennial.recommendation.catalog.domain.KnownProduct;
import dev.perennial.recommendation.catalog.store.CatalogReads;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Reads products as they are recorded. */
@ApplicationScoped
public class ReadCatalog {

  private final CatalogReads reads;

  ReadCatalog(CatalogReads reads) {
    this.reads = reads;
  }

  /** Empty when it was never heard of, or was taken out. */
  public Uni<Optional<KnownProduct>> find(String workspace, String productId) {
    return reads.find(workspace, productId);
  }

  /**
   * In order of id.
   *
   * @param after the last id of the page before
   * @param category of which they are or below which; empty for any
   * @param brand empty for any
   */
  public Uni<List<KnownProduct>> list(
      String workspace, String after, String category, String brand, int limit) {
    return reads.list(workspace, after, category, brand, limit);
  }
}
