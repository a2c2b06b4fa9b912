package dev.perennial.recommendation.catalog.store;

import dev.perennial.recommendation.catalog.domain.KnownProduct;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What is known of products: by the catalog or, where it does not tell of one, by events. */
@ApplicationScoped
public class CatalogReads {

  // Only as far as the page goes in either table, as each is looked up in the order of its key.
  // Ids are equal to the one asked for, or after it.
  private static final String PAGE =
      """
      select * from (
        (select product_id, true as told, name, description, categories, brand, seller,
           price_micros, cost_micros, currency, stock, tags, image_url, url, created_at, custom,
           deleted, version, changed_at, workspace
         from catalog_product
         where workspace = $1 and product_id %1$s $2 and not deleted
           and ($3 = '' or brand = $3)
           and ($4 = '' or exists (select from unnest(categories) c
                                   where c = $4 or starts_with(c, $4 || ' > ')))
         order by product_id limit $5)
        union all
        (select product_id, false, name, '',
           case when category = '' then '{}' else array[category] end, brand, '',
           nullif(price_micros, 0), null, currency, null, '{}', image_url, url, first_seen_at, '{}',
           false, 0, seen_at, workspace
         from product p
         where workspace = $1 and product_id %1$s $2
           and ($3 = '' or brand = $3)
           and ($4 = '' or category = $4 or starts_with(category, $4 || ' > '))
           and not exists (select from catalog_product c
                           where c.workspace = p.workspace and c.product_id = p.product_id)
         order by product_id limit $5)) both_of_them
      order by product_id limit $5
      """;

  private static final String ONE = PAGE.formatted("=");
  private static final String AFTER = PAGE.formatted(">");

  private final Pool pool;

  CatalogReads(Pool pool) {
    this.pool = pool;
  }

  /** Empty when it was never heard of, or was taken out. */
  public Uni<Optional<KnownProduct>> find(String workspace, String productId) {
    return page(ONE, Tuple.of(workspace, productId, "", "", 1))
        .map(found -> found.stream().findFirst());
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
    return page(AFTER, Tuple.of(workspace, after, brand, category, limit));
  }

  private Uni<List<KnownProduct>> page(String query, Tuple parameters) {
    return pool.preparedQuery(query)
        .execute(parameters)
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new KnownProduct(ToldProducts.product(row), row.getBoolean("told")))
                .toList());
  }
}
