package dev.perennial.segment.store;

import dev.perennial.segment.domain.SegmentDefinition;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** The definitions as units read them, within their own transaction. */
@ApplicationScoped
public class DefinitionTable {

  /** All segments that are not deleted, and the generation that they make up. */
  public record Snapshot(long generation, List<SegmentDefinition> segments) {}

  public Uni<Long> generation(SqlClient client) {
    return client
        .preparedQuery("select generation from definition_generation")
        .execute()
        .map(rows -> rows.iterator().next().getLong(0));
  }

  /** One statement, so that the generation is that of these segments. */
  public Uni<Snapshot> snapshot(SqlClient client) {
    return client
        .preparedQuery(
            """
            select g.generation as now, s.*
            from definition_generation g left join segment s on s.deleted_at is null
            """)
        .execute()
        .map(DefinitionTable::snapshot);
  }

  private static Snapshot snapshot(RowSet<Row> rows) {
    var segments = new ArrayList<SegmentDefinition>();
    long generation = 0;
    for (var row : rows) {
      generation = row.getLong("now");
      if (row.getString("key") != null) {
        segments.add(
            new SegmentDefinition(
                row.getString("workspace"),
                row.getString("key"),
                row.getString("name"),
                row.getInteger("version"),
                row.getLong("generation"),
                row.getString("condition"),
                row.getOffsetDateTime("changed_at").toInstant()));
      }
    }
    return new Snapshot(generation, segments);
  }
}
