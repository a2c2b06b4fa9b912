package dev.perennial.recommendation.serving.store;

import dev.perennial.recommendation.serving.domain.PlacementDefinition;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** The placements as replicas follow them. */
@ApplicationScoped
public class PlacementTable {

  /** All placements that are not deleted, and the generation that they make up. */
  public record Snapshot(long generation, List<PlacementDefinition> placements) {}

  public Uni<Long> generation(SqlClient client) {
    return client
        .preparedQuery("select generation from placement_generation")
        .execute()
        .map(rows -> rows.iterator().next().getLong(0));
  }

  /** One statement, so that the generation is that of these placements. */
  public Uni<Snapshot> snapshot(SqlClient client) {
    return client
        .preparedQuery(
            """
            select g.generation, p.*
            from placement_generation g left join placement p on p.deleted_at is null
            """)
        .execute()
        .map(PlacementTable::snapshot);
  }

  private static Snapshot snapshot(RowSet<Row> rows) {
    var placements = new ArrayList<PlacementDefinition>();
    long generation = 0;
    for (var row : rows) {
      generation = row.getLong("generation");
      if (row.getString("key") != null) {
        placements.add(
            new PlacementDefinition(
                row.getString("workspace"),
                row.getString("key"),
                row.getString("name"),
                row.getInteger("version"),
                row.getString("definition"),
                row.getOffsetDateTime("changed_at").toInstant()));
      }
    }
    return new Snapshot(generation, placements);
  }
}
