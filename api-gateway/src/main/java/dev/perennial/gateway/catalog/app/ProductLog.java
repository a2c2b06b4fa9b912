package dev.perennial.gateway.catalog.app;

import dev.perennial.gateway.catalog.domain.Product;
import dev.perennial.gateway.domain.UnavailableException;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Where what shops tell of their products is kept until the catalog has it. */
public interface ProductLog {

  /**
   * Keeps the products, what is told of one in its order.
   *
   * @return done when all are durable; fails with {@link UnavailableException} when one may not be,
   *     and then all may be told again
   */
  Uni<Void> put(String workspace, List<Product> products);

  /** Keeps that a product was taken out, as {@link #put}. */
  Uni<Void> delete(String workspace, String productId);
}
