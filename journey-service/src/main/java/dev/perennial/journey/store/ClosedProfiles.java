package dev.perennial.journey.store;

import static dev.perennial.journey.store.Columns.ids;
import static dev.perennial.journey.store.Columns.profile;
import static dev.perennial.journey.store.Columns.profiles;
import static dev.perennial.journey.store.Columns.texts;
import static dev.perennial.journey.store.Columns.tuple;

import dev.perennial.journey.domain.ProfileId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Table {@code closed_profile}; closing also deletes what waits for, or was seen of, a profile. */
@ApplicationScoped
public class ClosedProfiles {

  /** A profile that was merged into another. */
  public record Merge(ProfileId from, UUID canonical) {}

  /** Those of the profiles that are closed; the value is what absorbed it, empty when erased. */
  public Uni<Map<ProfileId, Optional<UUID>>> among(
      SqlConnection tx, Collection<ProfileId> profiles) {
    return tx.preparedQuery(
            """
            select c.*
            from unnest($1::text[], $2::uuid[]) as p (workspace, profile_id)
            cross join lateral (
              select * from closed_profile c
              where c.workspace = p.workspace and c.profile_id = p.profile_id
              limit 1) c
            """)
        .execute(profiles(profiles))
        .map(rows -> {
          var closed = new HashMap<ProfileId, Optional<UUID>>();
          rows.forEach(
              row -> closed.put(profile(row), Optional.ofNullable(row.getUUID("canonical"))));
          return closed;
        });
  }

  public Uni<Void> add(SqlConnection tx, List<Merge> merged, List<ProfileId> erased) {
    if (merged.isEmpty() && erased.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    var all = Stream.concat(merged.stream().map(Merge::from), erased.stream()).toList();
    var canonical =
        Stream.concat(
                merged.stream().map(merge -> Optional.of(merge.canonical())),
                erased.stream().map(_ -> Optional.<UUID>empty()))
            .toList();
    return tx.preparedQuery(
            """
            insert into closed_profile (workspace, profile_id, canonical)
            select * from unnest($1::text[], $2::uuid[], $3::uuid[])
            on conflict (workspace, profile_id) do update set canonical = excluded.canonical
            """)
        .execute(
            tuple(
                texts(all, ProfileId::workspace),
                ids(all, ProfileId::id),
                ids(canonical, id -> id.orElse(null))))
        .chain(() -> forget(tx, "waiting_transition", all))
        .chain(() -> forget(tx, "sighting", all));
  }

  private static Uni<Void> forget(SqlConnection tx, String table, List<ProfileId> profiles) {
    return tx.preparedQuery(
            """
            delete from %s t using unnest($1::text[], $2::uuid[]) as p (workspace, profile_id)
            where t.workspace = p.workspace and t.profile_id = p.profile_id
            """
                .formatted(table))
        .execute(profiles(profiles))
        .replaceWithVoid();
  }
}
