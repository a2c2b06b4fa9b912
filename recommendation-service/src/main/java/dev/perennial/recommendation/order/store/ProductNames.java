package dev.perennial.recommendation.order.store;

import static java.time.ZoneOffset.UTC;

import dev.perennial.recommendation.shop.store.ChangeNumber;
import dev.perennial.recommendation.shop.store.Cursor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;

/** The table of the last name that an order gave each product. */
@ApplicationScoped
public class ProductNames {

  // In the order of the key, as orders on other shards name the same products: no deadlocks. A
  // name that stays the same is no change to follow.
  private static final String SAVE =
      """
      insert into product (workspace, product_id, name, named_at, shard, sequence)
      select * from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::int[],
                           $6::bigint[])
        as u(workspace, product_id, name, named_at, shard, sequence)
      order by workspace, product_id
      on conflict (workspace, product_id) do update
      set name = excluded.name, named_at = excluded.named_at,
          shard = case when product.name = excluded.name then product.shard
                       else excluded.shard end,
          sequence = case when product.name = excluded.name then product.sequence
                          else excluded.sequence end
      where (excluded.named_at, excluded.name) > (product.named_at, product.name)
      """;

  private static final String SINCE =
      """
      select p.* from unnest($1::int[], $2::bigint[]) as seen(shard, sequence)
      cross join lateral (
        select p.* from product p
        where p.shard = seen.shard and p.sequence > seen.sequence
        order by p.sequence
        fetch first ($3::int) rows with ties) p
      """;

  /** An order gave a product a name. */
  public record Naming(
      String workspace, String product, String name, Instant at, ChangeNumber number) {}

  /**
   * Keeps the latest names.
   *
   * @param namings at most one a product
   */
  public Uni<Void> save(SqlClient tx, Collection<Naming> namings) {
    var columns =
        List.<Object>of(
            namings.stream().map(Naming::workspace).toArray(String[]::new),
            namings.stream().map(Naming::product).toArray(String[]::new),
            namings.stream().map(Naming::name).toArray(String[]::new),
            namings.stream()
                .map(naming -> naming.at().atOffset(UTC))
                .toArray(OffsetDateTime[]::new),
            namings.stream().map(naming -> naming.number().shard()).toArray(Integer[]::new),
            namings.stream().map(naming -> naming.number().sequence()).toArray(Long[]::new));
    return tx.preparedQuery(SAVE).execute(Tuple.tuple(columns)).replaceWithVoid();
  }

  /** The next page; empty when there are none yet. */
  public Uni<List<Naming>> since(SqlClient client, Cursor cursor) {
    return client
        .preparedQuery(SINCE)
        .execute(cursor.parameters())
        .map(rows -> StreamSupport.stream(rows.spliterator(), false))
        .map(rows -> rows.map(ProductNames::naming).toList());
  }

  private static Naming naming(Row row) {
    return new Naming(
        row.getString("workspace"),
        row.getString("product_id"),
        row.getString("name"),
        row.getOffsetDateTime("named_at").toInstant(),
        new ChangeNumber(row.getInteger("shard"), row.getLong("sequence")));
  }
}
