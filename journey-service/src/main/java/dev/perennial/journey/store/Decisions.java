package dev.perennial.journey.store;

import static dev.perennial.journey.store.Columns.ids;
import static dev.perennial.journey.store.Columns.list;
import static dev.perennial.journey.store.Columns.texts;
import static dev.perennial.journey.store.Columns.tuple;

import dev.perennial.journey.domain.Changes.Decided;
import dev.perennial.journey.domain.Decision;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Table {@code decision}. */
@ApplicationScoped
public class Decisions {

  public Uni<Void> add(SqlConnection tx, List<Decided> decisions, Instant now) {
    if (decisions.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return tx.preparedQuery(
            """
            insert into decision (workspace, run_id, decided_at, node, reason)
            select workspace, run_id, $5::timestamptz, node, reason
            from unnest($1::text[], $2::uuid[], $3::text[], $4::text[])
              with ordinality as d (workspace, run_id, node, reason, number)
            order by number
            """)
        .execute(
            tuple(
                texts(decisions, decided -> decided.run().profile().workspace()),
                ids(decisions, decided -> decided.run().id()),
                texts(decisions, decided -> decided.command().node()),
                texts(decisions, decided -> decided.command().reason()),
                now.atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  /** Those about some runs of a workspace, in order. */
  public Uni<List<Decision>> of(SqlClient client, String workspace, List<UUID> runs) {
    return client
        .preparedQuery(
            """
            select run_id, decided_at, node, reason from decision
            where workspace = $1 and run_id = any($2) order by number
            """)
        .execute(tuple(workspace, runs.toArray(UUID[]::new)))
        .map(rows ->
            list(
                rows,
                row ->
                    new Decision(
                        row.getUUID("run_id"),
                        row.getOffsetDateTime("decided_at").toInstant(),
                        row.getString("node"),
                        row.getString("reason"))));
  }
}
