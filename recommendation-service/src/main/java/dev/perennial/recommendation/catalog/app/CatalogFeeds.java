package dev.perennial.recommendation.catalog.app;

import dev.perennial.recommendation.catalog.domain.Sighting;
import dev.perennial.recommendation.catalog.store.SeenProducts;
import dev.perennial.recommendation.catalog.store.ToldProducts;
import dev.perennial.recommendation.shop.app.Feed;
import dev.perennial.recommendation.shop.app.Feeds;
import dev.perennial.recommendation.shop.domain.Shop;
import dev.perennial.recommendation.shop.store.Cursor;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The products, as shops tell them and as events show them. */
@ApplicationScoped
public class CatalogFeeds implements Feeds {

  private final Pool pool;
  private final ToldProducts told;
  private final SeenProducts seen;
  private final int shards;

  CatalogFeeds(
      Pool pool,
      ToldProducts told,
      SeenProducts seen,
      @ConfigProperty(name = "perennial.shards") int shards) {
    this.pool = pool;
    this.told = told;
    this.seen = seen;
    this.shards = shards;
  }

  @Override
  public List<Feed<?>> open() {
    return List.of(
        new Feed<>(
            "catalog",
            "catalog_product",
            new Cursor(shards),
            cursor -> told.since(pool, cursor),
            one -> one.product().key().workspace(),
            ToldProducts.Numbered::number,
            (shop, one) -> shop.tell(one.product().key().id(), one.product().entry())),
        new Feed<>(
            "purchases",
            "product",
            new Cursor(shards),
            cursor -> seen.since(pool, cursor),
            one -> one.sighting().key().workspace(),
            SeenProducts.Numbered::number,
            (shop, one) -> see(shop, one.sighting())));
  }

  private static void see(Shop shop, Sighting sighting) {
    shop.see(sighting.key().id(), sighting.entry(), sighting.name());
  }
}
