package dev.perennial.journey.store;

import static dev.perennial.journey.store.Columns.ints;
import static dev.perennial.journey.store.Columns.list;
import static dev.perennial.journey.store.Columns.texts;
import static dev.perennial.journey.store.Columns.tuple;

import dev.perennial.journey.domain.JourneyId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What flows reads of the definitions, within its own transaction. */
@ApplicationScoped
public class PublishedVersions {

  public record Version(JourneyId journey, int version) {}

  public record Newest(Version version, boolean paused) {}

  /** The newest version of every journey of the workspaces that was ever published. */
  public Uni<List<Newest>> newest(SqlConnection tx, Collection<String> workspaces) {
    return tx.preparedQuery(
            """
            select workspace, key as journey, version, state = 'paused' as paused from journey
            where workspace = any($1) and version > 0
            order by workspace, key
            """)
        .execute(tuple((Object) workspaces.toArray(String[]::new)))
        .map(rows -> list(rows, row -> new Newest(version(row), row.getBoolean("paused"))));
  }

  /** Definitions, which never change, in JSON. */
  public Uni<Map<Version, String>> definitions(SqlConnection tx, Collection<Version> versions) {
    return tx.preparedQuery(
            """
            select d.*
            from unnest($1::text[], $2::text[], $3::int[]) as v (workspace, journey, version)
            join journey_version d on d.workspace = v.workspace and d.journey = v.journey
              and d.version = v.version
            """)
        .execute(
            tuple(
                texts(versions, version -> version.journey().workspace()),
                texts(versions, version -> version.journey().key()),
                ints(versions, Version::version)))
        .map(rows -> {
          var definitions = new HashMap<Version, String>();
          rows.forEach(row -> definitions.put(version(row), row.getString("definition")));
          return definitions;
        });
  }

  private static Version version(Row row) {
    return new Version(
        new JourneyId(row.getString("workspace"), row.getString("journey")),
        row.getInteger("version"));
  }
}
