package dev.perennial.exactlyonce;

import dev.perennial.exactlyonce.RevisionGate.ProfileKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The table {@code revision_gate}. */
final class RevisionRows {

  private static final String LOAD =
      """
      select g.workspace, g.profile_id, g.last_revision, g.held,
        case when g.held > 0 then array(
          select h.revision from held_record h
          where h.workspace = g.workspace and h.profile_id = g.profile_id and h.payload is null)
        else '{}' end as given_up
      from unnest($1::text[], $2::uuid[]) u(workspace, profile_id)
      join lateral (select * from revision_gate r
                    where r.workspace = u.workspace and r.profile_id = u.profile_id limit 1) g on true
      """;

  private static final String STORE =
      """
      with stored as (
        insert into revision_gate as g (workspace, profile_id, last_revision, held, ready)
        select u.*, u.held > 0 and exists (
            select from held_record h where h.workspace = u.workspace and h.profile_id = u.profile_id
              and h.revision = u.last_revision + 1)
        from unnest($1::text[], $2::uuid[], $3::bigint[], $4::int[]) u(workspace, profile_id, last_revision, held)
        on conflict (workspace, profile_id)
        do update set last_revision = excluded.last_revision, held = excluded.held, ready = excluded.ready
        returning ready)
      select coalesce(bool_or(ready), false) as ready from stored
      """;

  private static final String WAITING =
      "select workspace, last_revision from revision_gate where profile_id = $1";

  private RevisionRows() {}

  /** Reads how far these profiles are; those never seen are left as they are. */
  static Uni<Void> load(SqlConnection tx, Map<ProfileKey, Standing> standings) {
    return tx.preparedQuery(LOAD)
        .execute(Tuple.of(workspaces(standings.keySet()), ids(standings.keySet())))
        .invoke(rows -> rows.forEach(row -> load(standings.get(key(row)), row)))
        .replaceWithVoid();
  }

  private static void load(@Nullable Standing standing, Row row) {
    if (standing != null) {
      standing.load(
          row.getLong("last_revision"),
          row.getInteger("held"),
          List.of(row.getArrayOfLongs("given_up")));
    }
  }

  /** Answers whether a record that waits is ready, its gap closed. */
  static Uni<Boolean> store(SqlConnection tx, Collection<Standing> standings) {
    if (standings.isEmpty()) {
      return Uni.createFrom().item(false);
    }
    var keys = standings.stream().map(s -> s.key).toList();
    return tx.preparedQuery(STORE)
        .execute(
            Tuple.of(
                workspaces(keys),
                ids(keys),
                standings.stream().map(Standing::last).toArray(Long[]::new),
                standings.stream().map(Standing::held).toArray(Integer[]::new)))
        .map(rows -> rows.iterator().next().getBoolean("ready"));
  }

  /** The profile's workspace and its last revision; a whole scan, for what a person asks for. */
  static Uni<Optional<Row>> waiting(SqlConnection tx, UUID profileId) {
    return tx.preparedQuery(WAITING)
        .execute(Tuple.of(profileId))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).findFirst());
  }

  static ProfileKey key(Row row) {
    return new ProfileKey(row.getString("workspace"), row.getUUID("profile_id"));
  }

  static String[] workspaces(Collection<ProfileKey> keys) {
    return keys.stream().map(ProfileKey::workspace).toArray(String[]::new);
  }

  static UUID[] ids(Collection<ProfileKey> keys) {
    return keys.stream().map(ProfileKey::profileId).toArray(UUID[]::new);
  }
}
