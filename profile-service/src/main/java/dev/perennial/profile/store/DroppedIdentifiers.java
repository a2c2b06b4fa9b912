package dev.perennial.profile.store;

import dev.perennial.profile.domain.Identifier;
import dev.perennial.profile.domain.ProfileKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** What the identity rules refused a profile, so that each refusal is told once. */
@ApplicationScoped
public class DroppedIdentifiers {

  private static final String INSERT =
      """
      insert into dropped_identifier (workspace, profile_id, type, value, dropped_at)
      select d.workspace, d.profile_id, d.type, d.value, $5
      from unnest($1::text[], $2::uuid[], $3::text[], $4::text[])
        as d (workspace, profile_id, type, value)
      on conflict do nothing
      returning workspace, profile_id, type, value
      """;

  /** An identifier refused to a profile. */
  public record Dropped(ProfileKey profile, Identifier identifier) {}

  /** Remembers them; returns those that are new. Their profiles must be locked. */
  public Uni<Set<Dropped>> insert(SqlConnection tx, Collection<Dropped> dropped, Instant now) {
    if (dropped.isEmpty()) {
      return Uni.createFrom().item(Set.of());
    }
    var columns =
        Columns.of(dropped)
            .text(each -> each.profile().workspace())
            .uuid(each -> each.profile().id())
            .text(each -> each.identifier().type())
            .text(each -> each.identifier().value());
    return tx.preparedQuery(INSERT)
        .execute(columns.tuple().addValue(Columns.utc(now)))
        .map(rows ->
            Set.copyOf(
                Rows.map(
                    rows,
                    row ->
                        new Dropped(
                            Rows.profile(row),
                            new Identifier(
                                row.getString("workspace"),
                                row.getString("type"),
                                row.getString("value"))))));
  }
}
