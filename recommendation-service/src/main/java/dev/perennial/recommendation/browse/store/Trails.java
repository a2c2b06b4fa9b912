package dev.perennial.recommendation.browse.store;

import static java.util.stream.Collectors.toMap;

import dev.perennial.recommendation.browse.domain.Hours;
import dev.perennial.recommendation.browse.domain.Interaction;
import dev.perennial.recommendation.browse.domain.Kind;
import dev.perennial.recommendation.browse.domain.Trail;
import dev.perennial.recommendation.order.domain.ProfileKey;
import dev.perennial.recommendation.order.store.ArrayLiteral;
import dev.perennial.recommendation.order.store.Profiles;
import dev.perennial.recommendation.shop.store.ChangeNumber;
import dev.perennial.recommendation.shop.store.Cursor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The table of what each profile did last; one row a profile, as all of it is read together. */
@ApplicationScoped
public class Trails {

  private static final String COLUMNS =
      "t.workspace, t.profile_id, t.micros, t.kinds, t.subjects, t.shard, t.sequence";

  // "limit 1" keeps the planner from joining whole tables while it has no statistics.
  private static final String OF =
      """
      select t.* from unnest($1::text[], $2::uuid[]) as u(workspace, profile_id)
      cross join lateral (
        select %s from trail t
        where t.workspace = u.workspace and t.profile_id = u.profile_id
        limit 1) t
      """
          .formatted(COLUMNS);

  private static final String SAVE =
      """
      insert into trail (workspace, profile_id, micros, kinds, subjects, shard, sequence)
      select workspace, profile_id, micros::bigint[], kinds, subjects::text[], shard, sequence
      from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::int[],
                  $7::bigint[])
        as u(workspace, profile_id, micros, kinds, subjects, shard, sequence)
      on conflict (workspace, profile_id) do update
      set micros = excluded.micros, kinds = excluded.kinds, subjects = excluded.subjects,
          shard = excluded.shard, sequence = excluded.sequence
      """;

  private static final String DELETE =
      """
      delete from trail t
      using unnest($1::text[], $2::uuid[]) as u(workspace, profile_id)
      where t.workspace = u.workspace and t.profile_id = u.profile_id
      """;

  private static final String SINCE =
      """
      select t.* from unnest($1::int[], $2::bigint[]) as seen(shard, sequence)
      cross join lateral (
        select %s from trail t
        where t.shard = seen.shard and t.sequence > seen.sequence
        order by t.sequence
        fetch first ($3::int) rows with ties) t
      """
          .formatted(COLUMNS);

  /** What is known of these profiles. */
  public Uni<Map<ProfileKey, Trail>> of(SqlClient tx, Collection<ProfileKey> profiles) {
    return tx.preparedQuery(OF)
        .execute(Profiles.columns(profiles))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .collect(toMap(Profiles::of, Trails::trail)));
  }

  /**
   * Keeps these in place of what was known.
   *
   * @param changes at most one a profile
   */
  public Uni<Void> save(SqlClient tx, List<TrailChange> changes) {
    int count = changes.size();
    var micros = new String[count];
    var kinds = new String[count];
    var subjects = new String[count];
    for (int i = 0; i < count; i++) {
      var interactions = changes.get(i).trail().interactions();
      micros[i] =
          ArrayLiteral.ofNumbers(interactions.stream().map(one -> Hours.micros(one.at())).toList());
      kinds[i] = kinds(interactions);
      subjects[i] = ArrayLiteral.ofTexts(interactions.stream().map(Interaction::subject).toList());
    }
    var profiles = changes.stream().map(TrailChange::profile).toList();
    var numbers = changes.stream().map(TrailChange::number).toList();
    var columns =
        List.<Object>of(
            Profiles.workspaces(profiles),
            Profiles.ids(profiles),
            micros,
            kinds,
            subjects,
            numbers.stream().map(ChangeNumber::shard).toArray(Integer[]::new),
            numbers.stream().map(ChangeNumber::sequence).toArray(Long[]::new));
    return tx.preparedQuery(SAVE).execute(Tuple.tuple(columns)).replaceWithVoid();
  }

  public Uni<Void> delete(SqlClient tx, Collection<ProfileKey> profiles) {
    return tx.preparedQuery(DELETE).execute(Profiles.columns(profiles)).replaceWithVoid();
  }

  /** The next page of changes; empty when there are none yet. */
  public Uni<List<TrailChange>> since(SqlClient client, Cursor cursor) {
    return client
        .preparedQuery(SINCE)
        .execute(cursor.parameters())
        .map(rows -> StreamSupport.stream(rows.spliterator(), false))
        .map(rows -> rows.map(Trails::change).toList());
  }

  private static TrailChange change(Row row) {
    return new TrailChange(
        Profiles.of(row),
        trail(row),
        new ChangeNumber(row.getInteger("shard"), row.getLong("sequence")));
  }

  private static Trail trail(Row row) {
    Long[] micros = row.getArrayOfLongs("micros");
    String kinds = row.getString("kinds");
    String[] subjects = row.getArrayOfStrings("subjects");
    var interactions = new ArrayList<Interaction>(micros.length);
    for (int i = 0; i < micros.length; i++) {
      var at = Instant.EPOCH.plus(micros[i], ChronoUnit.MICROS);
      interactions.add(new Interaction(at, Kind.of(kinds.charAt(i)), subjects[i]));
    }
    return new Trail(interactions);
  }

  /** One letter each. */
  private static String kinds(List<Interaction> interactions) {
    var codes = new StringBuilder(interactions.size());
    interactions.forEach(one -> codes.append(one.kind().code()));
    return codes.toString();
  }
}
