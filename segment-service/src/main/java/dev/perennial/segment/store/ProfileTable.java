package dev.perennial.segment.store;

import static dev.perennial.segment.store.Columns.column;
import static dev.perennial.segment.store.Columns.list;
import static dev.perennial.segment.store.Columns.offset;
import static dev.perennial.segment.store.Columns.tuple;

import dev.perennial.segment.domain.Profile;
import dev.perennial.segment.domain.ProfileKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What is known of each profile, one compact row each; memberships are in a table of their own. */
@ApplicationScoped
public class ProfileTable {

  private static final String FIND =
      """
      select p.*
      from unnest($1::text[], $2::uuid[]) as k (workspace, profile_id)
      cross join lateral (
        select * from profile_state s
        where s.workspace = k.workspace and s.profile_id = k.profile_id limit 1) p
      """;

  private static final String ANY_DUE =
      """
      select 1
      from unnest($1::int[]) as o (shard)
      cross join lateral (
        select 1 from profile_state s
        where s.shard = o.shard and s.next_evaluation <= clock_timestamp() limit 1) p
      limit 1
      """;

  private static final String DUE =
      """
      select p.*
      from unnest($1::int[]) as o (shard)
      cross join lateral (
        select * from profile_state s
        where s.shard = o.shard and s.next_evaluation <= $2
        order by s.next_evaluation limit $3) p
      """;

  private static final String PUT =
      """
      insert into profile_state as p
        (workspace, profile_id, shard, revision, generation, removed, facts, next_evaluation)
      select * from unnest(
        $1::text[], $2::uuid[], $3::int[], $4::bigint[], $5::bigint[], $6::boolean[], $7::bytea[],
        $8::timestamptz[])
      on conflict (workspace, profile_id) do update set
        revision = excluded.revision, generation = excluded.generation,
        removed = excluded.removed, facts = excluded.facts,
        next_evaluation = excluded.next_evaluation
      """;

  /** Those that are kept, without memberships. */
  public Uni<List<Profile>> find(SqlConnection tx, Collection<ProfileKey> keys) {
    return tx.preparedQuery(FIND)
        .execute(
            tuple(
                column(keys, ProfileKey::workspace, String[]::new),
                column(keys, ProfileKey::profileId, UUID[]::new)))
        .map(rows -> list(rows, ProfileTable::profile));
  }

  /** Whether the time of any has come, by the database's clock. */
  public Uni<Boolean> anyDue(SqlClient client, Set<Integer> shards) {
    return client
        .preparedQuery(ANY_DUE)
        .execute(tuple((Object) shards.toArray(Integer[]::new)))
        .map(rows -> rows.size() > 0);
  }

  /**
   * Those whose time has come, without memberships.
   *
   * @param limit at most this many of each shard
   */
  public Uni<List<Profile>> due(SqlConnection tx, Set<Integer> shards, Instant now, int limit) {
    return tx.preparedQuery(DUE)
        .execute(tuple(shards.toArray(Integer[]::new), offset(now), limit))
        .map(rows -> list(rows, ProfileTable::profile));
  }

  public Uni<Void> put(SqlConnection tx, List<Profile> profiles) {
    if (profiles.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return tx.preparedQuery(PUT)
        .execute(
            tuple(
                column(profiles, p -> p.key().workspace(), String[]::new),
                column(profiles, p -> p.key().profileId(), UUID[]::new),
                column(profiles, p -> p.key().shard(), Integer[]::new),
                column(profiles, p -> p.known().revision(), Long[]::new),
                column(profiles, Profile::generation, Long[]::new),
                column(profiles, Profile::removed, Boolean[]::new),
                column(profiles, p -> Buffer.buffer(FactsCodec.encode(p.known())), Buffer[]::new),
                Columns.instants(profiles, Profile::next)))
        .replaceWithVoid();
  }

  private static Profile profile(Row row) {
    var key =
        new ProfileKey(
            row.getString("workspace"), row.getUUID("profile_id"), row.getInteger("shard"));
    return new Profile(
        key,
        row.getLong("generation"),
        row.getBoolean("removed"),
        FactsCodec.decode(row.getLong("revision"), row.getBuffer("facts").getBytes()),
        Map.of(),
        Columns.orForEver(row.getOffsetDateTime("next_evaluation")));
  }
}
