package dev.perennial.recommendation.interest.store;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.toSet;

import dev.perennial.recommendation.catalog.domain.ProductKey;
import dev.perennial.recommendation.interest.domain.Interest;
import dev.perennial.recommendation.interest.domain.News;
import dev.perennial.recommendation.interest.store.ProductNews.Open;
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
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The table of who is interested in which product. */
@ApplicationScoped
public class Interests {

  // "offset 0" keeps the planner from reading the whole table while it has no statistics.
  private static final String SAVE =
      """
      insert into interest as i (workspace, product_id, profile_id, viewed_at, carted_at,
        removed_at, bought_at, asked_price_at, asked_stock_at, told_price_at, told_stock_at,
        keep_until)
      select workspace, product_id, profile_id, viewed_at, carted_at, removed_at, bought_at,
        asked_price_at, asked_stock_at, told_price_at, told_stock_at, keep_until
      from unnest($1::text[], $2::text[], $3::uuid[], $4::timestamptz[],
        $5::timestamptz[], $6::timestamptz[], $7::timestamptz[], $8::timestamptz[],
        $9::timestamptz[], $10::timestamptz[], $11::timestamptz[], $12::timestamptz[],
        $13::boolean[])
        as u(workspace, product_id, profile_id, viewed_at, carted_at, removed_at, bought_at,
          asked_price_at, asked_stock_at, told_price_at, told_stock_at, keep_until, begins)
      where begins or exists (
        select from interest i
        where i.workspace = u.workspace and i.product_id = u.product_id
          and i.profile_id = u.profile_id
        offset 0)
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
      select n.place, p.profile_id, p.reason
      from unnest($2::text[], $3::boolean[], $4::timestamptz[], $5::timestamptz[], $6::uuid[])
        with ordinality as n(product_id, is_price, at, since, told_up_to, place)
      cross join lateral (
        select i.profile_id, i.reason
        from (
          select profile_id, case
            when asked <= n.at and asked > coalesce(greatest(told, bought_at), '-infinity')
              then 'ASKED'
            when carted_at between n.since and n.at
              and carted_at > coalesce(greatest(bought_at, removed_at), '-infinity')
              then 'CARTED'
            when viewed_at between n.since and n.at
              and viewed_at > coalesce(bought_at, '-infinity')
              then 'VIEWED'
            end as reason
          from (
            select i.*,
              case when n.is_price then asked_price_at else asked_stock_at end as asked,
              case when n.is_price then told_price_at else told_stock_at end as told
            from interest i
            where i.workspace = $1 and i.product_id = n.product_id
              and i.profile_id > n.told_up_to) i) i
        where i.reason is not null
        order by i.profile_id
        limit $7) p
      order by n.place, p.profile_id
      limit $7
      """;

  // Who went to another profile has no row any more; what tells it from who was erased is that the
  // other one is there.
  private static final String STILL =
      """
      select u.place
      from unnest($1::text[], $2::text[], $3::uuid[], $4::uuid[])
        with ordinality as u(workspace, product_id, profile_id, now_id, place)
      where exists (
          select from interest i
          where i.workspace = u.workspace and i.product_id = u.product_id
            and i.profile_id = u.profile_id
          offset 0)
        or u.now_id <> u.profile_id and not exists (
          select from departed_profile d
          where d.workspace = u.workspace and d.profile_id = u.now_id
          offset 0)
      """;

  /**
   * All that is new of one profile and product: the last time of each.
   *
   * @param begins whether it counts without anything that is known already
   */
  public record Kept(
      ProductKey product,
      UUID profile,
      Map<Interest.Kind, Instant> last,
      Instant keepUntil,
      boolean begins) {}

  /**
   * A profile that is to be told.
   *
   * @param place of the news among those that were asked for, from 0
   */
  public record Interested(int place, UUID profile, News.Reason reason) {}

  /**
   * A profile that was interested.
   *
   * @param now the profile that absorbed it since, else itself
   */
  public record Person(ProductKey product, UUID profile, UUID now) {}

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
            instants(kept, Kept::keepUntil),
            kept.stream().map(Kept::begins).toArray(Boolean[]::new));
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

  /** The next of those to tell, in order of the news, then by profile; of one workspace. */
  public Uni<List<Interested>> page(
      SqlClient client, String workspace, List<Open> open, Duration window, int limit) {
    var news = open.stream().map(Open::news).toList();
    var parameters =
        Tuple.tuple(
            List.<Object>of(
                workspace,
                news.stream().map(n -> n.product().id()).toArray(String[]::new),
                news.stream().map(n -> n.kind() == News.Kind.PRICE_DROPPED).toArray(Boolean[]::new),
                instants(news, News::at),
                instants(news, n -> n.at().minus(window)),
                open.stream().map(Open::toldUpTo).toArray(UUID[]::new),
                limit));
    return client
        .preparedQuery(PAGE)
        .execute(parameters)
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false).map(Interests::interested).toList());
  }

  /** Those who were not erased in the meantime. */
  public Uni<Set<Person>> still(SqlClient tx, List<Person> people) {
    if (people.isEmpty()) {
      return Uni.createFrom().item(Set.of());
    }
    var parameters =
        Tuple.of(
            people.stream().map(p -> p.product().workspace()).toArray(String[]::new),
            people.stream().map(p -> p.product().id()).toArray(String[]::new),
            people.stream().map(Person::profile).toArray(UUID[]::new),
            people.stream().map(Person::now).toArray(UUID[]::new));
    return tx.preparedQuery(STILL)
        .execute(parameters)
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(row -> people.get(row.getInteger("place") - 1))
                .collect(toSet()));
  }

  private static Interested interested(Row row) {
    return new Interested(
        row.getInteger("place") - 1,
        row.getUUID("profile_id"),
        News.Reason.valueOf(row.getString("reason")));
  }

  private static <T> @Nullable OffsetDateTime[] instants(
      Collection<T> rows, Function<T, @Nullable Instant> column) {
    return rows.stream()
        .map(column)
        .map(at -> at == null ? null : at.atOffset(UTC))
        .toArray(OffsetDateTime[]::new);
  }
}
