package dev.perennial.journey.store;

import static dev.perennial.journey.store.Columns.tuple;

import dev.perennial.journey.domain.JourneyId;
import dev.perennial.journey.domain.RunCounts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;

/** RunCounts over the runs of a journey. */
@ApplicationScoped
public class RunStats {

  public Uni<RunCounts> of(SqlClient client, JourneyId journey) {
    return client
        .preparedQuery(
            """
            select
              exists (select from enrolment where workspace = $1 and journey = $2 and not done)
                or exists (select from waiting_transition where workspace = $1 and journey = $2)
                as enrolling,
              count(*) as started,
              count(*) filter (where state = 'active') as active,
              count(*) filter (where state = 'completed') as completed,
              count(*) filter (where state = 'exited') as exited,
              coalesce(sum(messages), 0)::bigint as messages
            from run where workspace = $1 and journey = $2
            """)
        .execute(tuple(journey.workspace(), journey.key()))
        .map(rows -> {
          var row = rows.iterator().next();
          return new RunCounts(
              row.getBoolean("enrolling"),
              row.getLong("started"),
              row.getLong("active"),
              row.getLong("completed"),
              row.getLong("exited"),
              row.getLong("messages"));
        });
  }
}
