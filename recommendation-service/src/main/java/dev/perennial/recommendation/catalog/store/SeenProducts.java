package dev.perennial.recommendation.catalog.store;

import static java.time.ZoneOffset.UTC;

import dev.perennial.recommendation.catalog.domain.ProductKey;
import dev.perennial.recommendation.catalog.domain.Sighting;
import dev.perennial.recommendation.shop.store.ChangeNumber;
import dev.perennial.recommendation.shop.store.Cursor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The table of what events show of products. */
@ApplicationScoped
public class SeenProducts {

  /** What a later event replaces, where it says it, and an earlier one only completes. */
  private static final List<String> TEXTS =
      List.of("name", "category", "brand", "currency", "image_url", "url");

  // In the order of the key, as events of other shards show the same products: no deadlocks. What
  // stays the same is no change to follow; that it was seen again is noted once an hour.
  private static final String SAVE =
      """
      insert into product (workspace, product_id, name, category, brand, price_micros, currency,
                           image_url, url, first_seen_at, seen_at, shard, sequence)
      select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[],
                           $7::text[], $8::text[], $9::text[], $10::timestamptz[],
                           $11::timestamptz[], $12::int[], $13::bigint[])
        as u(workspace, product_id, name, category, brand, price_micros, currency, image_url, url,
             first_seen_at, seen_at, shard, sequence)
      order by workspace, product_id
      on conflict (workspace, product_id) do update
      set #sets, first_seen_at = least(product.first_seen_at, excluded.first_seen_at),
          seen_at = greatest(product.seen_at, excluded.seen_at),
          shard = case when #changed then excluded.shard else product.shard end,
          sequence = case when #changed then excluded.sequence else product.sequence end
      where #changed or excluded.seen_at > product.seen_at + interval '1 hour'
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

  private static final String SAVE_COMPLETE = complete();

  /** A product as events show it, since a change. */
  public record Numbered(Sighting sighting, ChangeNumber number) {}

  /**
   * Adds what was seen to what is known.
   *
   * @param seen at most one a product
   */
  public Uni<Void> save(SqlClient tx, Collection<Numbered> seen) {
    var columns =
        List.<Object>of(
            texts(seen, s -> s.key().workspace()),
            texts(seen, s -> s.key().id()),
            texts(seen, Sighting::name),
            texts(seen, Sighting::category),
            texts(seen, Sighting::brand),
            seen.stream().map(one -> one.sighting().priceMicros()).toArray(Long[]::new),
            texts(seen, Sighting::currency),
            texts(seen, Sighting::imageUrl),
            texts(seen, Sighting::url),
            instants(seen, s -> s.firstAt().atOffset(UTC)),
            instants(seen, s -> s.at().atOffset(UTC)),
            seen.stream().map(one -> one.number().shard()).toArray(Integer[]::new),
            seen.stream().map(one -> one.number().sequence()).toArray(Long[]::new));
    return tx.preparedQuery(SAVE_COMPLETE).execute(Tuple.tuple(columns)).replaceWithVoid();
  }

  /** The next page of changes; empty when there are none yet. */
  public Uni<List<Numbered>> since(SqlClient client, Cursor cursor) {
    return client
        .preparedQuery(SINCE)
        .execute(cursor.parameters())
        .map(rows -> StreamSupport.stream(rows.spliterator(), false))
        .map(rows -> rows.map(SeenProducts::numbered).toList());
  }

  private static String complete() {
    String sets =
        Stream.concat(TEXTS.stream(), Stream.of("price_micros"))
            .map(f ->
                "%s = case when %s then excluded.%s else product.%s end"
                    .formatted(f, replaces(f), f, f))
            .collect(Collectors.joining(", "));
    String changed =
        Stream.concat(TEXTS.stream(), Stream.of("price_micros"))
            .map(SeenProducts::replaces)
            .collect(
                Collectors.joining(
                    " or ", "(", " or excluded.first_seen_at < product.first_seen_at)"));
    return SAVE.replace("#sets", sets).replace("#changed", changed);
  }

  private static String replaces(String field) {
    String nothing = field.equals("price_micros") ? "0" : "''";
    return ("(excluded.%1$s <> %2$s and excluded.%1$s <> product.%1$s and (product.%1$s = %2$s or"
            + " (excluded.seen_at, excluded.name) > (product.seen_at, product.name)))")
        .formatted(field, nothing);
  }

  private static Numbered numbered(Row row) {
    return new Numbered(
        sighting(row), new ChangeNumber(row.getInteger("shard"), row.getLong("sequence")));
  }

  private static Sighting sighting(Row row) {
    return new Sighting(
        new ProductKey(row.getString("workspace"), row.getString("product_id")),
        row.getString("name"),
        row.getString("category"),
        row.getString("brand"),
        row.getLong("price_micros"),
        row.getString("currency"),
        row.getString("image_url"),
        row.getString("url"),
        row.getOffsetDateTime("first_seen_at").toInstant(),
        row.getOffsetDateTime("seen_at").toInstant());
  }

  private static String[] texts(Collection<Numbered> seen, Function<Sighting, String> column) {
    return seen.stream().map(Numbered::sighting).map(column).toArray(String[]::new);
  }

  private static OffsetDateTime[] instants(
      Collection<Numbered> seen, Function<Sighting, OffsetDateTime> column) {
    return seen.stream().map(Numbered::sighting).map(column).toArray(OffsetDateTime[]::new);
  }
}
