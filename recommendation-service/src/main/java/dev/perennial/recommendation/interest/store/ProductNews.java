package dev.perennial.recommendation.interest.store;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.toSet;

import dev.perennial.recommendation.catalog.domain.ProductKey;
import dev.perennial.recommendation.interest.domain.News;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The table of news that not all have been told yet. */
@ApplicationScoped
public class ProductNews {

  // Beside those to be told, the last news of each product, which stays: see LatestNews.
  private static final String ADD =
      """
      with added as (
        insert into product_news (workspace, product_id, version, kind, shard, name, price_micros,
          previous_price_micros, currency, url, image_url, happened_at)
        select * from unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::int[], $6::text[],
          $7::bigint[], $8::bigint[], $9::text[], $10::text[], $11::text[], $12::timestamptz[])
        returning *)
      insert into latest_news (workspace, product_id, kind, previous_price_micros, currency,
        happened_at)
      select distinct on (workspace, product_id, kind) workspace, product_id, kind,
        previous_price_micros, currency, happened_at
      from added
      order by workspace, product_id, kind, version desc
      on conflict (workspace, product_id, kind) do update set
        previous_price_micros = excluded.previous_price_micros, currency = excluded.currency,
        happened_at = excluded.happened_at
      """;

  // The workspaces that have news, found by one look into the index each, so that the news of one
  // are not read through to find another; then the oldest of the one that is drawn.
  private static final String NEXT =
      """
      with recursive waiting(shard, workspace) as (
        select s.shard, (select min(n.workspace) from product_news n where n.shard = s.shard)
        from unnest($1::int[]) as s(shard)
        union all
        select w.shard, (
          select min(n.workspace) from product_news n
          where n.shard = w.shard and n.workspace > w.workspace)
        from waiting w where w.workspace is not null)
      select n.*
      from (
        select workspace from waiting where workspace is not null
        group by workspace order by random() limit 1) turn
      cross join unnest($1::int[]) as s(shard)
      cross join lateral (
        select n.* from product_news n
        where n.shard = s.shard and n.workspace = turn.workspace
        order by n.happened_at, n.product_id
        limit $2) n
      order by n.happened_at, n.product_id, n.kind
      limit $2
      """;

  private static final String OF =
      """
      select n.* from unnest($1::text[], $2::text[]) as u(workspace, product_id)
      cross join lateral (
        select n.* from product_news n
        where n.workspace = u.workspace and n.product_id = u.product_id
        offset 0) n
      """;

  private static final String REVISE =
      """
      update product_news n
      set name = u.name, price_micros = u.price_micros, currency = u.currency, url = u.url,
        image_url = u.image_url
      from unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::bigint[],
        $7::text[], $8::text[], $9::text[])
        as u(workspace, product_id, version, kind, name, price_micros, currency, url, image_url)
      where n.workspace = u.workspace and n.product_id = u.product_id and n.version = u.version
        and n.kind = u.kind
      """;

  private static final String ADVANCE =
      """
      update product_news set told_up_to = $6
      where workspace = $1 and product_id = $2 and version = $3 and kind = $4 and told_up_to = $5
      """;

  private static final String CLOSE =
      """
      delete from product_news n
      using unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::uuid[])
        as u(workspace, product_id, version, kind, told_up_to)
      where n.workspace = u.workspace and n.product_id = u.product_id and n.version = u.version
        and n.kind = u.kind and n.told_up_to = u.told_up_to
      returning n.workspace, n.product_id, n.version, n.kind
      """;

  /** News of the shard. */
  public record OfShard(News news, int shard) {}

  /** News, and up to which profile it was told. */
  public record Open(News news, int shard, UUID toldUpTo) {}

  public Uni<Void> add(SqlClient tx, List<OfShard> added) {
    var news = added.stream().map(OfShard::news).toList();
    var columns =
        List.<Object>of(
            texts(news, n -> n.product().workspace()),
            texts(news, n -> n.product().id()),
            numbers(news, News::version),
            texts(news, n -> n.kind().name()),
            added.stream().map(OfShard::shard).toArray(Integer[]::new),
            texts(news, News::name),
            numbers(news, n -> orNull(n.priceMicros())),
            numbers(news, n -> orNull(n.previousPriceMicros())),
            texts(news, News::currency),
            texts(news, News::url),
            texts(news, News::imageUrl),
            news.stream().map(n -> n.at().atOffset(UTC)).toArray(OffsetDateTime[]::new));
    return tx.preparedQuery(ADD).execute(Tuple.tuple(columns)).replaceWithVoid();
  }

  /** The oldest of one workspace that has any in these shards, drawn anew each time. */
  public Uni<List<Open>> next(SqlClient client, Set<Integer> shards, int limit) {
    return client
        .preparedQuery(NEXT)
        .execute(Tuple.of(shards.toArray(Integer[]::new), limit))
        .map(ProductNews::open);
  }

  /** What not all were told yet of these products. */
  public Uni<List<Open>> of(SqlClient tx, Collection<ProductKey> products) {
    var workspaces = products.stream().map(ProductKey::workspace).toArray(String[]::new);
    var ids = products.stream().map(ProductKey::id).toArray(String[]::new);
    return tx.preparedQuery(OF).execute(Tuple.of(workspaces, ids)).map(ProductNews::open);
  }

  /** Says of known news what the product is now. */
  public Uni<Void> revise(SqlClient tx, List<News> news) {
    var columns =
        List.<Object>of(
            texts(news, n -> n.product().workspace()),
            texts(news, n -> n.product().id()),
            numbers(news, News::version),
            texts(news, n -> n.kind().name()),
            texts(news, News::name),
            numbers(news, n -> orNull(n.priceMicros())),
            texts(news, News::currency),
            texts(news, News::url),
            texts(news, News::imageUrl));
    return tx.preparedQuery(REVISE).execute(Tuple.tuple(columns)).replaceWithVoid();
  }

  /** Notes that it was told up to this profile; false when another has gone on meanwhile. */
  public Uni<Boolean> advance(SqlClient tx, Open open, UUID upTo) {
    return tx.preparedQuery(ADVANCE)
        .execute(key(open).addUUID(upTo))
        .map(rows -> rows.rowCount() == 1);
  }

  /** Takes them out; returns those with which no other has gone on meanwhile. */
  public Uni<Set<News.Id>> close(SqlClient tx, List<Open> open) {
    if (open.isEmpty()) {
      return Uni.createFrom().item(Set.of());
    }
    var news = open.stream().map(Open::news).toList();
    var columns =
        Tuple.of(
            texts(news, n -> n.product().workspace()),
            texts(news, n -> n.product().id()),
            numbers(news, News::version),
            texts(news, n -> n.kind().name()),
            open.stream().map(Open::toldUpTo).toArray(UUID[]::new));
    return tx.preparedQuery(CLOSE)
        .execute(columns)
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(row ->
                    new News.Id(
                        product(row),
                        row.getLong("version"),
                        News.Kind.valueOf(row.getString("kind"))))
                .collect(toSet()));
  }

  private static Tuple key(Open open) {
    News news = open.news();
    return Tuple.of(
        news.product().workspace(),
        news.product().id(),
        news.version(),
        news.kind().name(),
        open.toldUpTo());
  }

  private static List<Open> open(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(ProductNews::open).toList();
  }

  private static ProductKey product(Row row) {
    return new ProductKey(row.getString("workspace"), row.getString("product_id"));
  }

  private static Open open(Row row) {
    var news =
        new News(
            product(row),
            row.getLong("version"),
            News.Kind.valueOf(row.getString("kind")),
            row.getString("name"),
            optional(row.getLong("price_micros")),
            optional(row.getLong("previous_price_micros")),
            row.getString("currency"),
            row.getString("url"),
            row.getString("image_url"),
            row.getOffsetDateTime("happened_at").toInstant());
    return new Open(news, row.getInteger("shard"), row.getUUID("told_up_to"));
  }

  private static OptionalLong optional(@Nullable Long value) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private static @Nullable Long orNull(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }

  private static String[] texts(List<News> rows, Function<News, String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }

  private static @Nullable Long[] numbers(List<News> rows, Function<News, @Nullable Long> column) {
    return rows.stream().map(column).toArray(Long[]::new);
  }
}
