package dev.perennial.profile.store;

import static java.util.stream.Collectors.toMap;

import dev.perennial.contracts.Shards;
import dev.perennial.profile.domain.Consents;
import dev.perennial.profile.domain.IdentityChanges.Merge;
import dev.perennial.profile.domain.Person;
import dev.perennial.profile.domain.Profile;
import dev.perennial.profile.domain.ProfileKey;
import dev.perennial.profile.domain.Seen;
import dev.perennial.profile.domain.Spending;
import dev.perennial.profile.domain.Traits;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Profiles as events change them. */
@ApplicationScoped
public class Profiles {

  private static final String INSERT =
      """
      insert into profile (workspace, profile_id, shard, known, created_at)
      select n.workspace, n.profile_id, n.shard, n.known, $5
      from unnest($1::text[], $2::uuid[], $3::int[], $4::bool[])
        as n (workspace, profile_id, shard, known)
      order by n.workspace, n.profile_id
      on conflict do nothing
      """;

  // The rows are locked in one order everywhere; traits, which are long, come only where needed.
  private static final String LOCK =
      """
      select p.*, case when k.traits then p.traits_ end as traits,
        case when k.traits then p.trait_times_ end as trait_times
      from (
        select * from unnest($1::text[], $2::uuid[], $3::bool[]) as u (workspace, profile_id, traits)
        order by u.workspace, u.profile_id) k
      cross join lateral (
        select workspace, profile_id, revision, created_at, first_seen_at, last_seen_at, orders,
          net_value_micros, merged_into, traits as traits_, trait_times as trait_times_
        from profile p
        where p.workspace = k.workspace and p.profile_id = k.profile_id
        limit 1 for update) p
      """;

  private static final String UPDATE =
      """
      update profile p set revision = c.revision, first_seen_at = c.first_seen_at,
        last_seen_at = c.last_seen_at, orders = c.orders, net_value_micros = c.net_value_micros,
        traits = coalesce(c.traits, p.traits), trait_times = coalesce(c.trait_times, p.trait_times)
      from unnest($1::text[], $2::uuid[], $3::bigint[], $4::timestamptz[], $5::timestamptz[],
        $6::bigint[], $7::bigint[], $8::text[], $9::text[])
        as c (workspace, profile_id, revision, first_seen_at, last_seen_at, orders,
          net_value_micros, traits, trait_times)
      where p.workspace = c.workspace and p.profile_id = c.profile_id
      """;

  private static final String MARK_KNOWN =
      """
      update profile p set known = true
      from unnest($1::text[], $2::uuid[]) as k (workspace, profile_id)
      where p.workspace = k.workspace and p.profile_id = k.profile_id and not p.known
      """;

  // Those that the loser absorbed before follow it, so that one look always finds the canonical
  // one.
  private static final String RETIRE =
      """
      update profile p set merged_into = m.winner
      from unnest($1::text[], $2::uuid[], $3::uuid[]) as m (workspace, loser, winner)
      where p.workspace = m.workspace and (p.profile_id = m.loser or p.merged_into = m.loser)
      """;

  private final Shards shards;

  public Profiles(Shards shards) {
    this.shards = shards;
  }

  /**
   * A row under lock.
   *
   * @param profile its traits are empty unless they were asked for, its consents always
   * @param mergedInto the canonical profile when this one retired
   */
  public record Locked(Profile profile, Instant createdAt, @Nullable ProfileKey mergedInto) {}

  /** A changed profile; its traits are written only when they changed. */
  public record Changed(Profile profile, boolean traits) {}

  /** Returns how many of them are new. */
  public Uni<Integer> insert(SqlConnection tx, Collection<Person> founded, Instant now) {
    var columns =
        Columns.of(founded)
            .text(person -> person.key().workspace())
            .uuid(person -> person.key().id())
            .integer(person -> shards.of(person.key().id().toString()))
            .flag(Person::hasUserId);
    return tx.preparedQuery(INSERT)
        .execute(columns.tuple().addValue(Columns.utc(now)))
        .map(rows -> rows.rowCount());
  }

  /** Locks profiles in order of their keys, with their traits where asked for. */
  public Uni<Map<ProfileKey, Locked>> lock(
      SqlConnection tx, Collection<ProfileKey> profiles, Set<ProfileKey> withTraits) {
    if (profiles.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return tx.preparedQuery(LOCK)
        .execute(keys(profiles).flag(withTraits::contains).tuple())
        .map(rows ->
            Rows.map(rows, Profiles::locked).stream()
                .collect(toMap(locked -> locked.profile().key(), locked -> locked)));
  }

  public Uni<Void> update(SqlConnection tx, Collection<Changed> changed) {
    if (changed.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    var rows = changed.stream().map(ProfileRow::of).toList();
    var columns =
        Columns.of(rows)
            .text(row -> row.profile.key().workspace())
            .uuid(row -> row.profile.key().id())
            .number(row -> row.profile.revision())
            .instant(row -> row.profile.seen().first())
            .instant(row -> row.profile.seen().last())
            .number(row -> row.profile.spending().orders())
            .number(row -> row.profile.spending().netMicros())
            .text(row -> row.traits == null ? null : row.traits.values())
            .text(row -> row.traits == null ? null : row.traits.times());
    return tx.preparedQuery(UPDATE).execute(columns.tuple()).replaceWithVoid();
  }

  /** Notes that these have a user id. */
  public Uni<Void> markKnown(SqlConnection tx, Collection<ProfileKey> profiles) {
    return profiles.isEmpty()
        ? Uni.createFrom().voidItem()
        : tx.preparedQuery(MARK_KNOWN).execute(keys(profiles).tuple()).replaceWithVoid();
  }

  /** Points the losers to the winners. */
  public Uni<Void> retire(SqlConnection tx, List<Merge> merges) {
    return tx.preparedQuery(RETIRE)
        .execute(PendingMerges.columns(merges).tuple())
        .replaceWithVoid();
  }

  private record ProfileRow(Profile profile, @Nullable TraitsJson traits) {

    static ProfileRow of(Changed changed) {
      var profile = changed.profile();
      return new ProfileRow(profile, changed.traits() ? TraitsJson.of(profile.traits()) : null);
    }
  }

  private static Columns<ProfileKey> keys(Collection<ProfileKey> profiles) {
    return Columns.of(profiles).text(ProfileKey::workspace).uuid(ProfileKey::id);
  }

  private static Locked locked(Row row) {
    var key = Rows.profile(row);
    var values = row.getString("traits");
    var canonical = row.getUUID("merged_into");
    var profile =
        new Profile(
            key,
            row.getLong("revision"),
            new Seen(
                Rows.instantOrNull(row, "first_seen_at"), Rows.instantOrNull(row, "last_seen_at")),
            values == null
                ? Traits.NONE
                : new TraitsJson(values, row.getString("trait_times")).traits(),
            Consents.NONE,
            new Spending(row.getLong("orders"), row.getLong("net_value_micros")));
    return new Locked(
        profile,
        Rows.instant(row, "created_at"),
        canonical == null ? null : new ProfileKey(key.workspace(), canonical));
  }
}
