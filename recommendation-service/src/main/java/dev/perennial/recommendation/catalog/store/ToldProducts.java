package dev.perennial.recommendation.catalog.store;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.toMap;

import dev.perennial.recommendation.catalog.domain.CatalogEntry;
import dev.perennial.recommendation.catalog.domain.CatalogProduct;
import dev.perennial.recommendation.catalog.domain.ProductKey;
import dev.perennial.recommendation.order.store.ArrayLiteral;
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
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The table of products as shops told them. Each is changed by the owner of its shard only. */
@ApplicationScoped
public class ToldProducts {

  private static final String OF =
      """
      select p.* from unnest($1::text[], $2::text[]) as u(workspace, product_id)
      join catalog_product p using (workspace, product_id)
      """;

  private static final String SAVE =
      """
      insert into catalog_product (workspace, product_id, name, description, categories, brand,
        seller, price_micros, cost_micros, currency, stock, tags, image_url, url, created_at,
        custom, deleted, version, changed_at, shard, sequence, told_at)
      select workspace, product_id, name, description, categories::text[], brand, seller,
        price_micros, cost_micros, currency, stock, tags::text[], image_url, url, created_at,
        custom, deleted, version, changed_at, shard, sequence, told_at
      from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
        $7::text[], $8::bigint[], $9::bigint[], $10::text[], $11::bigint[], $12::text[],
        $13::text[], $14::text[], $15::timestamptz[], $16::text[], $17::bool[], $18::bigint[],
        $19::timestamptz[], $20::int[], $21::bigint[], $22::timestamptz[])
        as u(workspace, product_id, name, description, categories, brand, seller, price_micros,
          cost_micros, currency, stock, tags, image_url, url, created_at, custom, deleted, version,
          changed_at, shard, sequence, told_at)
      on conflict (workspace, product_id) do update set
        name = excluded.name, description = excluded.description,
        categories = excluded.categories, brand = excluded.brand, seller = excluded.seller,
        price_micros = excluded.price_micros, cost_micros = excluded.cost_micros,
        currency = excluded.currency, stock = excluded.stock, tags = excluded.tags,
        image_url = excluded.image_url, url = excluded.url, created_at = excluded.created_at,
        custom = excluded.custom, deleted = excluded.deleted, version = excluded.version,
        changed_at = excluded.changed_at, shard = excluded.shard, sequence = excluded.sequence,
        told_at = excluded.told_at
      """;

  private static final String TOLD_AGAIN =
      """
      update catalog_product p set told_at = u.told_at
      from unnest($1::text[], $2::text[], $3::timestamptz[]) as u(workspace, product_id, told_at)
      where p.workspace = u.workspace and p.product_id = u.product_id and p.told_at < u.told_at
      """;

  private static final String SINCE =
      """
      select p.* from unnest($1::int[], $2::bigint[]) as seen(shard, sequence)
      cross join lateral (
        select p.* from catalog_product p
        where p.shard = seen.shard and p.sequence > seen.sequence
        order by p.sequence
        fetch first ($3::int) rows with ties) p
      """;

  /** A product since a change. */
  public record Numbered(CatalogProduct product, ChangeNumber number) {}

  /** A product, and when it was told of last. */
  public record Known(CatalogProduct product, Instant toldAt) {}

  public Uni<Map<ProductKey, Known>> of(SqlClient tx, Collection<ProductKey> keys) {
    return tx.preparedQuery(OF)
        .execute(Tuple.of(texts(keys, ProductKey::workspace), texts(keys, ProductKey::id)))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Known(product(row), row.getOffsetDateTime("told_at").toInstant()))
                .collect(toMap(known -> known.product().key(), known -> known)));
  }

  /** Notes that they were told of again, and nothing changed. */
  public Uni<Void> toldAgain(SqlClient tx, Map<ProductKey, Instant> toldAt) {
    var keys = List.copyOf(toldAt.keySet());
    var instants =
        List.copyOf(toldAt.values()).stream()
            .map(at -> at.atOffset(UTC))
            .toArray(OffsetDateTime[]::new);
    return tx.preparedQuery(TOLD_AGAIN)
        .execute(
            Tuple.of(texts(keys, ProductKey::workspace), texts(keys, ProductKey::id), instants))
        .replaceWithVoid();
  }

  /**
   * Keeps these in place of what was known.
   *
   * @param toldAt when the shop told of each
   */
  public Uni<Void> save(SqlClient tx, List<Numbered> changed, List<Instant> toldAt) {
    var products = changed.stream().map(Numbered::product).toList();
    var entries = products.stream().map(CatalogProduct::entry).toList();
    var columns =
        List.<Object>of(
            texts(products, p -> p.key().workspace()),
            texts(products, p -> p.key().id()),
            texts(entries, CatalogEntry::name),
            texts(entries, CatalogEntry::description),
            texts(entries, e -> ArrayLiteral.ofTexts(e.categories())),
            texts(entries, CatalogEntry::brand),
            texts(entries, CatalogEntry::seller),
            numbers(entries, e -> orNull(e.priceMicros())),
            numbers(entries, e -> orNull(e.costMicros())),
            texts(entries, CatalogEntry::currency),
            numbers(entries, e -> orNull(e.stock())),
            texts(entries, e -> ArrayLiteral.ofTexts(e.tags())),
            texts(entries, CatalogEntry::imageUrl),
            texts(entries, CatalogEntry::url),
            entries.stream().map(e -> e.createdAt().atOffset(UTC)).toArray(OffsetDateTime[]::new),
            texts(products, CatalogProduct::custom),
            entries.stream().map(CatalogEntry::deleted).toArray(Boolean[]::new),
            numbers(products, CatalogProduct::version),
            products.stream().map(p -> p.changedAt().atOffset(UTC)).toArray(OffsetDateTime[]::new),
            changed.stream().map(one -> one.number().shard()).toArray(Integer[]::new),
            numbers(changed, one -> one.number().sequence()),
            toldAt.stream().map(at -> at.atOffset(UTC)).toArray(OffsetDateTime[]::new));
    return tx.preparedQuery(SAVE).execute(Tuple.tuple(columns)).replaceWithVoid();
  }

  /** The next page of changes; empty when there are none yet. */
  public Uni<List<Numbered>> since(SqlClient client, Cursor cursor) {
    return client
        .preparedQuery(SINCE)
        .execute(cursor.parameters())
        .map(rows -> StreamSupport.stream(rows.spliterator(), false))
        .map(rows -> rows.map(ToldProducts::numbered).toList());
  }

  private static Numbered numbered(Row row) {
    return new Numbered(
        product(row), new ChangeNumber(row.getInteger("shard"), row.getLong("sequence")));
  }

  static CatalogProduct product(Row row) {
    return new CatalogProduct(
        new ProductKey(row.getString("workspace"), row.getString("product_id")),
        entry(row),
        row.getString("custom"),
        row.getLong("version"),
        row.getOffsetDateTime("changed_at").toInstant());
  }

  private static CatalogEntry entry(Row row) {
    return new CatalogEntry(
        row.getString("name"),
        row.getString("description"),
        List.of(row.getArrayOfStrings("categories")),
        row.getString("brand"),
        row.getString("seller"),
        optional(row.getLong("price_micros")),
        optional(row.getLong("cost_micros")),
        row.getString("currency"),
        optional(row.getLong("stock")),
        new TreeSet<>(List.of(row.getArrayOfStrings("tags"))),
        row.getString("image_url"),
        row.getString("url"),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getBoolean("deleted"));
  }

  private static OptionalLong optional(@Nullable Long value) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private static @Nullable Long orNull(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }

  private static <T> String[] texts(Collection<T> rows, Function<T, String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }

  private static <T> @Nullable Long[] numbers(
      Collection<T> rows, Function<T, @Nullable Long> column) {
    return rows.stream().map(column).toArray(Long[]::new);
  }
}
