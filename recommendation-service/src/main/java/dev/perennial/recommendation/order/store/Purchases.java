package dev.perennial.recommendation.order.store;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.perennial.recommendation.order.domain.Kept;
import dev.perennial.recommendation.order.domain.Lines;
import dev.perennial.recommendation.order.domain.ProfileKey;
import dev.perennial.recommendation.order.domain.Purchase;
import dev.perennial.recommendation.shop.store.ChangeNumber;
import dev.perennial.recommendation.shop.store.Cursor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The table of orders that count, each with what is left of it. */
@ApplicationScoped
public class Purchases {

  private static final String COLUMNS =
      "p.workspace, p.profile_id, p.order_key, p.occurred_at, p.value_micros, p.product_ids,"
          + " p.quantities, p.kept, p.line_micros, p.currency";

  // "limit 1" and "offset 0" keep the planner from joining whole tables while it has no statistics.
  private static final String TOLD =
      """
      select p.* from unnest($1::text[], $2::uuid[], $3::text[])
        as u(workspace, profile_id, order_key)
      cross join lateral (
        select %s from purchase p
        where p.workspace = u.workspace and p.profile_id = u.profile_id
          and p.order_key = u.order_key
        limit 1) p
      """
          .formatted(COLUMNS);

  // What was given back is read once and looked up by each order, so that the work grows with the
  // orders and the refunds of a profile, not with their product: "is true" keeps the planner from
  // joining all that was given back with each order, so that it looks it up in a hash.
  private static final String REFUNDABLE =
      """
      with given_back as materialized (
        select r.* from unnest($1::text[], $2::uuid[]) as u(workspace, profile_id)
        cross join lateral (
          select r.workspace, r.profile_id, r.order_key, r.product_ids from refund r
          where r.workspace = u.workspace and r.profile_id = u.profile_id
          offset 0) r)
      select p.* from unnest($1::text[], $2::uuid[]) as u(workspace, profile_id)
      cross join lateral (
        select %s from purchase p
        where p.workspace = u.workspace and p.profile_id = u.profile_id
          and ((p.workspace, p.profile_id, p.order_key) in (
              select workspace, profile_id, order_key from given_back where order_key is not null)
            or exists (
              select from unnest(p.product_ids) as o(product_id)
              where ((p.workspace, p.profile_id, o.product_id) in (
                select g.workspace, g.profile_id, l.product_id
                from given_back g cross join unnest(g.product_ids) as l(product_id))) is true))
        offset 0) p
      """
          .formatted(COLUMNS);

  private static final String SAVE =
      """
      insert into purchase (workspace, profile_id, order_key, occurred_at, value_micros,
                            product_ids, quantities, kept, line_micros, currency, shard, sequence)
      select workspace, profile_id, order_key, occurred_at, value_micros, product_ids::text[],
             quantities::bigint[], kept::bigint[], line_micros::bigint[], currency, shard, sequence
      from unnest($1::text[], $2::uuid[], $3::text[], $4::timestamptz[], $5::bigint[],
                  $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::int[],
                  $12::bigint[])
        as u(workspace, profile_id, order_key, occurred_at, value_micros,
             product_ids, quantities, kept, line_micros, currency, shard, sequence)
      on conflict (workspace, profile_id, order_key) do update
      set occurred_at = excluded.occurred_at, value_micros = excluded.value_micros,
          product_ids = excluded.product_ids, quantities = excluded.quantities,
          kept = excluded.kept, line_micros = excluded.line_micros, currency = excluded.currency,
          shard = excluded.shard, sequence = excluded.sequence
      """;

  private static final String DELETE =
      """
      delete from purchase p
      using unnest($1::text[], $2::uuid[]) as u(workspace, profile_id)
      where p.workspace = u.workspace and p.profile_id = u.profile_id
      """;

  private static final String SINCE =
      """
      select p.* from unnest($1::int[], $2::bigint[]) as seen(shard, sequence)
      cross join lateral (
        select p.workspace, p.profile_id, p.basket_id, p.occurred_at, p.product_ids, p.kept,
               p.shard, p.sequence
        from purchase p
        where p.shard = seen.shard and p.sequence > seen.sequence
        order by p.sequence
        fetch first ($3::int) rows with ties) p
      """;

  private static final String KEYS =
      """
      select p.* from unnest($2::bigint[]) as b(basket_id)
      cross join lateral (
        select p.basket_id, p.order_key from purchase p
        where p.workspace = $1 and p.basket_id = b.basket_id
        limit 1) p
      """;

  /** What is known of orders that are told of again. */
  public Uni<Map<ProfileKey, List<Kept>>> told(
      SqlClient tx, Map<ProfileKey, List<Purchase>> tellings) {
    var profiles = new ArrayList<ProfileKey>();
    var keys = new ArrayList<String>();
    tellings.forEach((profile, purchases) ->
        purchases.forEach(purchase -> {
          profiles.add(profile);
          keys.add(purchase.orderKey());
        }));
    return byProfile(
        tx,
        TOLD,
        Tuple.of(
            Profiles.workspaces(profiles), Profiles.ids(profiles), keys.toArray(String[]::new)));
  }

  /** The orders that any refund of their profile may take from. */
  public Uni<Map<ProfileKey, List<Kept>>> refundable(
      SqlClient tx, Collection<ProfileKey> profiles) {
    return profiles.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : byProfile(tx, REFUNDABLE, Profiles.columns(profiles));
  }

  private static Uni<Map<ProfileKey, List<Kept>>> byProfile(
      SqlClient tx, String sql, Tuple parameters) {
    return tx.preparedQuery(sql)
        .execute(parameters)
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .collect(groupingBy(Profiles::of, mapping(Purchases::kept, toList()))));
  }

  /** Adds these orders, in place of what was known of them. */
  public Uni<Void> save(SqlClient tx, List<SettledOrder> orders) {
    int count = orders.size();
    var workspaces = new String[count];
    var profiles = new UUID[count];
    var keys = new String[count];
    var instants = new OffsetDateTime[count];
    var values = new Long[count];
    var products = new String[count];
    var quantities = new String[count];
    var left = new String[count];
    var lineMicros = new String[count];
    var currencies = new String[count];
    var shards = new Integer[count];
    var sequences = new Long[count];
    for (int i = 0; i < count; i++) {
      SettledOrder order = orders.get(i);
      Purchase purchase = order.kept().purchase();
      var pieces = purchase.lines().pieces();
      workspaces[i] = order.profile().workspace();
      profiles[i] = order.profile().id();
      keys[i] = purchase.orderKey();
      instants[i] = purchase.occurredAt().atOffset(UTC);
      values[i] = purchase.valueMicros();
      products[i] = ArrayLiteral.ofTexts(pieces.keySet());
      quantities[i] = ArrayLiteral.ofNumbers(pieces.values());
      left[i] = ArrayLiteral.ofNumbers(pieces.keySet().stream().map(order.kept()::leftOf).toList());
      lineMicros[i] =
          ArrayLiteral.ofNumbers(
              pieces.keySet().stream()
                  .map(product -> purchase.lineMicros().getOrDefault(product, 0L))
                  .toList());
      currencies[i] = purchase.currency();
      shards[i] = order.number().shard();
      sequences[i] = order.number().sequence();
    }
    var columns =
        List.<Object>of(
            workspaces,
            profiles,
            keys,
            instants,
            values,
            products,
            quantities,
            left,
            lineMicros,
            currencies,
            shards,
            sequences);
    return tx.preparedQuery(SAVE).execute(Tuple.tuple(columns)).replaceWithVoid();
  }

  public Uni<Void> delete(SqlClient tx, Collection<ProfileKey> profiles) {
    return tx.preparedQuery(DELETE).execute(Profiles.columns(profiles)).replaceWithVoid();
  }

  /** The next page of changes, at most some thousands; empty when there are none yet. */
  public Uni<List<BasketChange>> since(SqlClient client, Cursor cursor) {
    return client
        .preparedQuery(SINCE)
        .execute(cursor.parameters())
        .map(rows -> StreamSupport.stream(rows.spliterator(), false))
        .map(rows -> rows.map(Purchases::change).toList());
  }

  /** What the shop calls these orders, by basket id; without those that are gone. */
  public Uni<Map<Long, String>> keys(SqlClient client, String workspace, Set<Long> baskets) {
    return client
        .preparedQuery(KEYS)
        .execute(Tuple.of(workspace, baskets.toArray(Long[]::new)))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .collect(
                    toMap(row -> row.getLong("basket_id"), row -> row.getString("order_key"))));
  }

  private static Kept kept(Row row) {
    String[] products = row.getArrayOfStrings("product_ids");
    Long[] lineMicros = row.getArrayOfLongs("line_micros");
    var purchase =
        new Purchase(
            row.getString("order_key"),
            row.getOffsetDateTime("occurred_at").toInstant(),
            row.getLong("value_micros"),
            new Lines(pieces(products, row.getArrayOfLongs("quantities"))),
            lineMicros.length == 0 ? Map.of() : pieces(products, lineMicros),
            row.getString("currency"));
    return new Kept(purchase, pieces(products, row.getArrayOfLongs("kept")));
  }

  private static BasketChange change(Row row) {
    return new BasketChange(
        Profiles.of(row),
        row.getLong("basket_id"),
        row.getOffsetDateTime("occurred_at").toInstant(),
        List.copyOf(
            pieces(row.getArrayOfStrings("product_ids"), row.getArrayOfLongs("kept")).keySet()),
        new ChangeNumber(row.getInteger("shard"), row.getLong("sequence")));
  }

  /** Without the products of which there are none. */
  private static SortedMap<String, Long> pieces(String[] products, Long[] counts) {
    var pieces = new TreeMap<String, Long>();
    for (int i = 0; i < products.length; i++) {
      if (counts[i] > 0) {
        pieces.put(products[i], counts[i]);
      }
    }
    return pieces;
  }
}
