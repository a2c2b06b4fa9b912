package dev.perennial.recommendation.order.store;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.perennial.recommendation.order.domain.Lines;
import dev.perennial.recommendation.order.domain.ProfileKey;
import dev.perennial.recommendation.order.domain.Refund;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The table of what was given back, matched to an order or still waiting for one. */
@ApplicationScoped
public class Refunds {

  private static final String ADD =
      """
      insert into refund (workspace, profile_id, message_id, order_key, occurred_at, value_micros,
                          product_ids, quantities)
      select workspace, profile_id, message_id, order_key, occurred_at, value_micros,
             product_ids::text[], quantities::bigint[]
      from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::bigint[],
                  $7::text[], $8::text[])
        as u(workspace, profile_id, message_id, order_key, occurred_at, value_micros,
             product_ids, quantities)
      on conflict do nothing
      """;

  private static final String OF =
      """
      select r.* from unnest($1::text[], $2::uuid[]) as u(workspace, profile_id)
      cross join lateral (
        select r.* from refund r
        where r.workspace = u.workspace and r.profile_id = u.profile_id
        offset 0) r
      """;

  private static final String DELETE =
      """
      delete from refund r
      using unnest($1::text[], $2::uuid[]) as u(workspace, profile_id)
      where r.workspace = u.workspace and r.profile_id = u.profile_id
      """;

  /** A refund of a profile. */
  public record OfProfile(ProfileKey profile, Refund refund) {}

  /** Adds those that are not known yet. */
  public Uni<Void> add(SqlClient tx, List<OfProfile> refunds) {
    int count = refunds.size();
    var workspaces = new String[count];
    var profiles = new UUID[count];
    var messages = new String[count];
    var keys = new String[count];
    var instants = new OffsetDateTime[count];
    var values = new Long[count];
    var products = new String[count];
    var quantities = new String[count];
    for (int i = 0; i < count; i++) {
      Refund refund = refunds.get(i).refund();
      workspaces[i] = refunds.get(i).profile().workspace();
      profiles[i] = refunds.get(i).profile().id();
      messages[i] = refund.messageId();
      keys[i] = refund.orderKey().orElse(null);
      instants[i] = refund.occurredAt().atOffset(UTC);
      values[i] = refund.valueMicros().isPresent() ? refund.valueMicros().getAsLong() : null;
      products[i] = ArrayLiteral.ofTexts(refund.lines().pieces().keySet());
      quantities[i] = ArrayLiteral.ofNumbers(refund.lines().pieces().values());
    }
    var columns =
        List.<Object>of(
            workspaces, profiles, messages, keys, instants, values, products, quantities);
    return tx.preparedQuery(ADD).execute(Tuple.tuple(columns)).replaceWithVoid();
  }

  /** All refunds of these profiles. */
  public Uni<Map<ProfileKey, List<Refund>>> of(SqlClient tx, Collection<ProfileKey> profiles) {
    return tx.preparedQuery(OF)
        .execute(Profiles.columns(profiles))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .collect(groupingBy(Profiles::of, mapping(Refunds::refund, toList()))));
  }

  public Uni<Void> delete(SqlClient tx, Collection<ProfileKey> profiles) {
    return tx.preparedQuery(DELETE).execute(Profiles.columns(profiles)).replaceWithVoid();
  }

  private static Refund refund(Row row) {
    String[] products = row.getArrayOfStrings("product_ids");
    Long[] quantities = row.getArrayOfLongs("quantities");
    var pieces = new TreeMap<String, Long>();
    for (int i = 0; i < products.length; i++) {
      pieces.put(products[i], quantities[i]);
    }
    Long value = row.getLong("value_micros");
    return new Refund(
        row.getString("message_id"),
        row.getOffsetDateTime("occurred_at").toInstant(),
        Optional.ofNullable(row.getString("order_key")),
        value == null ? OptionalLong.empty() : OptionalLong.of(value),
        new Lines(pieces));
  }
}
