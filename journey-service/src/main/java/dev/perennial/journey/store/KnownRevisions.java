package dev.perennial.journey.store;

import static dev.perennial.journey.store.Columns.profile;
import static dev.perennial.journey.store.Columns.profiles;

import dev.perennial.journey.domain.ProfileId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * How far the activity of profiles has come here, which exactly-once keeps ({@code revision_gate}).
 */
@ApplicationScoped
public class KnownRevisions {

  /** A profile of which nothing has come is left out. */
  public Uni<Map<ProfileId, Long>> of(SqlConnection tx, Collection<ProfileId> profiles) {
    return tx.preparedQuery(
            """
            select g.*
            from unnest($1::text[], $2::uuid[]) as p (workspace, profile_id)
            cross join lateral (
              select workspace, profile_id, last_revision from revision_gate g
              where g.workspace = p.workspace and g.profile_id = p.profile_id limit 1) g
            """)
        .execute(profiles(profiles))
        .map(rows -> {
          var known = new HashMap<ProfileId, Long>();
          rows.forEach(row -> known.put(profile(row), row.getLong("last_revision")));
          return known;
        });
  }
}
