package dev.perennial.journey.store;

import static dev.perennial.journey.store.Columns.list;
import static dev.perennial.journey.store.Columns.tuple;

import dev.perennial.journey.domain.JourneyId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Table {@code enrolment}; rows are made when a journey is published. */
@ApplicationScoped
public class Enrolments {

  /**
   * How far one shard is with one journey.
   *
   * @param after the last profile taken in; empty before the first
   */
  public record Cursor(JourneyId journey, int version, String segment, int shard, String after) {}

  /** One open cursor a journey that runs. */
  public Uni<List<Cursor>> open(SqlClient client, Set<Integer> shards) {
    return client
        .preparedQuery(
            """
            select distinct on (e.workspace, e.journey) e.*
            from enrolment e
            join journey j on j.workspace = e.workspace and j.key = e.journey
            where not e.done and e.shard = any($1) and j.state = 'published'
            order by e.workspace, e.journey, e.shard
            """)
        .execute(tuple((Object) shards.toArray(Integer[]::new)))
        .map(rows ->
            list(
                rows,
                row ->
                    new Cursor(
                        new JourneyId(row.getString("workspace"), row.getString("journey")),
                        row.getInteger("version"),
                        row.getString("segment"),
                        row.getInteger("shard"),
                        row.getString("after_profile_id"))));
  }

  /**
   * Moves a cursor on if it still stands where it was read.
   *
   * @param next where it goes; empty when it is done
   * @return whether it did
   */
  public Uni<Boolean> advance(SqlConnection tx, Cursor cursor, String next) {
    return tx.preparedQuery(
            """
            update enrolment set after_profile_id = $6, done = ($6 = '')
            where workspace = $1 and journey = $2 and version = $3 and shard = $4
              and after_profile_id = $5 and not done
            """)
        .execute(
            tuple(
                cursor.journey().workspace(),
                cursor.journey().key(),
                cursor.version(),
                cursor.shard(),
                cursor.after(),
                next))
        .map(rows -> rows.rowCount() == 1);
  }
}
