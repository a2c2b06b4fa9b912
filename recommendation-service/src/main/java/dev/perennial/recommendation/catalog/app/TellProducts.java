package dev.perennial.recommendation.catalog.app;

import dev.perennial.recommendation.catalog.domain.CatalogProduct;
import dev.perennial.recommendation.catalog.domain.Change;
import dev.perennial.recommendation.catalog.domain.ProductKey;
import dev.perennial.recommendation.catalog.domain.Told;
import dev.perennial.recommendation.catalog.store.ToldProducts;
import dev.perennial.recommendation.catalog.store.ToldProducts.Numbered;
import dev.perennial.recommendation.shop.store.ChangeNumber;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Records what the shop tells, and finds what of it is a change. */
@ApplicationScoped
public class TellProducts {

  private final ToldProducts products;

  TellProducts(ToldProducts products) {
    this.products = products;
  }

  /** Something told of a product, in the unit with this number. */
  public record Telling(ProductKey key, Told told, ChangeNumber number) {}

  /** A change, in the unit with this number. */
  public record Changed(Change change, ChangeNumber number) {}

  /**
   * Records, within a transaction. Of a product that is told of more than once the last counts.
   *
   * @return the changes, in order of product
   */
  public Uni<List<Changed>> tell(SqlConnection tx, List<Telling> tellings, Instant now) {
    SortedMap<ProductKey, Telling> last = new TreeMap<>();
    tellings.forEach(telling -> last.put(telling.key(), telling));
    return products
        .of(tx, last.keySet())
        .map(before -> changes(last, before, now))
        .call(changed -> save(tx, changed));
  }

  private static List<Changed> changes(
      SortedMap<ProductKey, Telling> last, Map<ProductKey, CatalogProduct> known, Instant now) {
    var changed = new ArrayList<Changed>();
    last.forEach((key, telling) -> {
      var before = Optional.ofNullable(known.get(key));
      telling
          .told()
          .after(key, before, now)
          .map(after -> new Changed(Change.between(before, after), telling.number()))
          .ifPresent(changed::add);
    });
    return changed;
  }

  private Uni<Void> save(SqlConnection tx, List<Changed> changed) {
    return changed.isEmpty()
        ? Uni.createFrom().voidItem()
        : products.save(
            tx,
            changed.stream()
                .map(one -> new Numbered(one.change().product(), one.number()))
                .toList());
  }
}
