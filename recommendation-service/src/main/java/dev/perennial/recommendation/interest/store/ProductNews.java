package dev.perennial.recommendation.interest.store;

import static java.time.ZoneOffset.UTC;

import dev.perennial.recommendation.catalog.domain.ProductKey;
import dev.perennial.recommendation.interest.domain.News;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
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

  private static final String NEXT =
      "select * from product_news where shard = any($1) order by happened_at, product_id limit 1";

  private static final String ADVANCE =
      """
      update product_news set told_up_to = $6
      where workspace = $1 and product_id = $2 and version = $3 and kind = $4 and told_up_to = $5
      """;

  private static final String CLOSE =
      """
      delete from product_news
      where workspace = $1 and product_id = $2 and version = $3 and kind = $4 and told_up_to = $5
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

  /** The oldest of these shards. */
  public Uni<Optional<Open>> next(SqlClient client, Set<Integer> shards) {
    return client
        .preparedQuery(NEXT)
        .execute(Tuple.of(shards.toArray(Integer[]::new)))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false).map(ProductNews::open).findFirst());
  }

  /** Notes that it was told up to this profile; false when another has gone on meanwhile. */
  public Uni<Boolean> advance(SqlClient tx, Open open, UUID upTo) {
    return tx.preparedQuery(ADVANCE)
        .execute(key(open).addUUID(upTo))
        .map(rows -> rows.rowCount() == 1);
  }

  /** Takes it out, as all were told; false when another has gone on meanwhile. */
  public Uni<Boolean> close(SqlClient tx, Open open) {
    return tx.preparedQuery(CLOSE).execute(key(open)).map(rows -> rows.rowCount() == 1);
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

  private static Open open(Row row) {
    var news =
        new News(
            new ProductKey(row.getString("workspace"), row.getString("product_id")),
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
