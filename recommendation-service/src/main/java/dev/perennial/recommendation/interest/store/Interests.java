package dev.perennial.recommendation.interest.store;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.toSet;

import dev.perennial.recommendation.catalog.domain.ProductKey;
import dev.perennial.recommendation.interest.domain.Interest;
import dev.perennial.recommendation.interest.domain.News;
import dev.perennial.recommendation.order.domain.ProfileKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The table of who is interested in which product. */
@ApplicationScoped
public class Interests {

  private static final String SAVE =
      """
      insert into interest as i (workspace, product_id, profile_id, viewed_at, carted_at,
        removed_at, bought_at, asked_price_at, asked_stock_at, told_price_at, told_stock_at,
        keep_until)
      select * from unnest($1::text[], $2::text[], $3::uuid[], $4::timestamptz[],
        $5::timestamptz[], $6::timestamptz[], $7::timestamptz[], $8::timestamptz[],
        $9::timestamptz[], $10::timestamptz[], $11::timestamptz[], $12::timestamptz[])
        as u(workspace, product_id, profile_id, viewed_at, carted_at, removed_at, bought_at,
          asked_price_at, asked_stock_at, told_price_at, told_stock_at, keep_until)
      on conflict (workspace, product_id, profile_id) do update set
        viewed_at = greatest(i.viewed_at, excluded.viewed_at),
        carted_at = greatest(i.carted_at, excluded.carted_at),
        removed_at = greatest(i.removed_at, excluded.removed_at),
        bought_at = greatest(i.bought_at, excluded.bought_at),
        asked_price_at = greatest(i.asked_price_at, excluded.asked_price_at),
        asked_stock_at = greatest(i.asked_stock_at, excluded.asked_stock_at),
        told_price_at = greatest(i.told_price_at, excluded.told_price_at),
        told_stock_at = greatest(i.told_stock_at, excluded.told_stock_at),
        keep_until = greatest(i.keep_until, excluded.keep_until)
      """;

  private static final String DELETE =
      """
      delete from interest i
      using unnest($1::text[], $2::uuid[]) as u(workspace, profile_id)
      where i.workspace = u.workspace and i.profile_id = u.profile_id
      """;

  private static final String DELETE_OLD =
      """
      delete from interest where ctid = any(array(
        select ctid from interest where keep_until < $1 limit $2 for update skip locked))
      """;

  // Whoever has bought it since wants no reminder; whoever was told got the answer.
  private static final String PAGE =
      """
      select profile_id, case
        when asked <= $4 and asked > coalesce(greatest(told, bought_at), '-infinity') then 'ASKED'
        when carted_at between $5 and $4
          and carted_at > coalesce(greatest(bought_at, removed_at), '-infinity')
          then 'CARTED'
        when viewed_at between $5 and $4 and viewed_at > coalesce(bought_at, '-infinity')
          then 'VIEWED'
        end as reason
      from (
        select i.*,
          case when $6 then asked_price_at else asked_stock_at end as asked,
          case when $6 then told_price_at else told_stock_at end as told
        from interest i
        where workspace = $1 and product_id = $2 and profile_id > $3
        order by profile_id
        limit $7) i
      order by profile_id
      """;

  private static final String STILL =
      """
      select profile_id from interest
      where workspace = $1 and product_id = $2 and profile_id = any($3)
      """;

  /** All that is new of one profile and product: the last time of each. */
  public record Kept(
      ProductKey product, UUID profile, Map<Interest.Kind, Instant> last, Instant keepUntil) {}

  /**
   * A profile that did something about the product.
   *
   * @param reason empty when that is no reason to tell it
   */
  public record Interested(UUID profile, Optional<News.Reason> reason) {}

  /**
   * Adds what is new.
   *
   * @param kept one a profile and product, always in the same order, as others wait for its rows
   */
  public Uni<Void> save(SqlClient tx, Collection<Kept> kept) {
    var columns =
        List.<Object>of(
            kept.stream().map(k -> k.product().workspace()).toArray(String[]::new),
            kept.stream().map(k -> k.product().id()).toArray(String[]::new),
            kept.stream().map(Kept::profile).toArray(UUID[]::new),
            instants(kept, k -> k.last().get(Interest.Kind.VIEWED)),
            instants(kept, k -> k.last().get(Interest.Kind.CARTED)),
            instants(kept, k -> k.last().get(Interest.Kind.REMOVED)),
            instants(kept, k -> k.last().get(Interest.Kind.BOUGHT)),
            instants(kept, k -> k.last().get(Interest.Kind.ASKED_PRICE)),
            instants(kept, k -> k.last().get(Interest.Kind.ASKED_STOCK)),
            instants(kept, k -> k.last().get(Interest.Kind.TOLD_PRICE)),
            instants(kept, k -> k.last().get(Interest.Kind.TOLD_STOCK)),
            instants(kept, Kept::keepUntil));
    return tx.preparedQuery(SAVE).execute(Tuple.tuple(columns)).replaceWithVoid();
  }

  public Uni<Void> delete(SqlClient tx, Collection<ProfileKey> profiles) {
    var workspaces = profiles.stream().map(ProfileKey::workspace).toArray(String[]::new);
    var ids = profiles.stream().map(ProfileKey::id).toArray(UUID[]::new);
    return tx.preparedQuery(DELETE).execute(Tuple.of(workspaces, ids)).replaceWithVoid();
  }

  /** Deletes some of what nobody needs any more, and says how many rows. */
  public Uni<Integer> deleteOld(SqlClient tx, Instant now, int limit) {
    return tx.preparedQuery(DELETE_OLD)
        .execute(Tuple.of(now.atOffset(UTC), limit))
        .map(SqlResult::rowCount);
  }

  /** A page of those who did something about the product, by profile. */
  public Uni<List<Interested>> page(
      SqlClient client, News news, UUID after, Duration window, int limit) {
    var parameters =
        Tuple.tuple(
            List.<Object>of(
                news.product().workspace(),
                news.product().id(),
                after,
                news.at().atOffset(UTC),
                news.at().minus(window).atOffset(UTC),
                news.kind() == News.Kind.PRICE_DROPPED,
                limit));
    return client
        .preparedQuery(PAGE)
        .execute(parameters)
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false).map(Interests::interested).toList());
  }

  /** Those of the profiles that are interested still: not erased in the meantime. */
  public Uni<Set<UUID>> still(SqlClient tx, ProductKey product, Collection<UUID> profiles) {
    return tx.preparedQuery(STILL)
        .execute(Tuple.of(product.workspace(), product.id(), profiles.toArray(UUID[]::new)))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getUUID("profile_id"))
                .collect(toSet()));
  }

  private static Interested interested(Row row) {
    return new Interested(
        row.getUUID("profile_id"),
        Optional.ofNullable(row.getString("reason")).map(News.Reason::valueOf));
  }

  private static @Nullable OffsetDateTime[] instants(
      Collection<Kept> kept, Function<Kept, @Nullable Instant> column) {
    return kept.stream()
        .map(column)
        .map(at -> at == null ? null : at.atOffset(UTC))
        .toArray(OffsetDateTime[]::new);
  }
}
