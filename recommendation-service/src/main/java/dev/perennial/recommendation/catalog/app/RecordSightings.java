package dev.perennial.recommendation.catalog.app;

import dev.perennial.recommendation.catalog.domain.ProductKey;
import dev.perennial.recommendation.catalog.domain.Sighting;
import dev.perennial.recommendation.catalog.store.SeenProducts;
import dev.perennial.recommendation.catalog.store.SeenProducts.Numbered;
import dev.perennial.recommendation.shop.store.ChangeNumber;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** Records what events show of products. */
@ApplicationScoped
public class RecordSightings {

  private final SeenProducts products;

  RecordSightings(SeenProducts products) {
    this.products = products;
  }

  /** A product was seen, in the unit with this number. */
  public record Seen(Sighting sighting, ChangeNumber number) {}

  /** Records, within a transaction. */
  public Uni<Void> record(SqlConnection tx, List<Seen> seen) {
    Collection<Numbered> together = together(seen);
    return together.isEmpty() ? Uni.createFrom().voidItem() : products.save(tx, together);
  }

  private static Collection<Numbered> together(List<Seen> seen) {
    var byProduct = new TreeMap<ProductKey, Numbered>();
    for (Seen one : seen) {
      byProduct.merge(
          one.sighting().key(),
          new Numbered(one.sighting(), one.number()),
          (known, next) -> new Numbered(known.sighting().and(next.sighting()), next.number()));
    }
    return byProduct.values();
  }
}
