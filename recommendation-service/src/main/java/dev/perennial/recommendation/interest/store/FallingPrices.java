package dev.perennial.recommendation.interest.store;

import static java.util.stream.Collectors.toMap;

import dev.perennial.recommendation.catalog.domain.ProductKey;
import dev.perennial.recommendation.interest.domain.FallingPrice;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The table of prices that fall by less than is news. */
@ApplicationScoped
public class FallingPrices {

  private static final String OF =
      """
      select f.* from unnest($1::text[], $2::text[]) as u(workspace, product_id)
      cross join lateral (
        select f.* from falling_price f
        where f.workspace = u.workspace and f.product_id = u.product_id
        limit 1) f
      """;

  private static final String SAVE =
      """
      insert into falling_price (workspace, product_id, from_micros, currency)
      select * from unnest($1::text[], $2::text[], $3::bigint[], $4::text[])
      on conflict (workspace, product_id) do update
      set from_micros = excluded.from_micros, currency = excluded.currency
      """;

  private static final String DELETE =
      """
      delete from falling_price f
      using unnest($1::text[], $2::text[]) as u(workspace, product_id)
      where f.workspace = u.workspace and f.product_id = u.product_id
      """;

  public Uni<Map<ProductKey, FallingPrice>> of(SqlClient tx, Collection<ProductKey> products) {
    return tx.preparedQuery(OF)
        .execute(keys(products))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .collect(
                    toMap(
                        row ->
                            new ProductKey(row.getString("workspace"), row.getString("product_id")),
                        row ->
                            new FallingPrice(
                                row.getLong("from_micros"), row.getString("currency")))));
  }

  /** Keeps these in place of what was known. */
  public Uni<Void> save(SqlClient tx, Map<ProductKey, FallingPrice> falling) {
    if (falling.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    var columns =
        keys(falling.keySet())
            .addValue(falling.values().stream().map(FallingPrice::fromMicros).toArray(Long[]::new))
            .addValue(falling.values().stream().map(FallingPrice::currency).toArray(String[]::new));
    return tx.preparedQuery(SAVE).execute(columns).replaceWithVoid();
  }

  public Uni<Void> delete(SqlClient tx, Collection<ProductKey> products) {
    return products.isEmpty()
        ? Uni.createFrom().voidItem()
        : tx.preparedQuery(DELETE).execute(keys(products)).replaceWithVoid();
  }

  private static Tuple keys(Collection<ProductKey> products) {
    return Tuple.tuple()
        .addValue(products.stream().map(ProductKey::workspace).toArray(String[]::new))
        .addValue(products.stream().map(ProductKey::id).toArray(String[]::new));
  }
}
