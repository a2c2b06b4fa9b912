package dev.perennial.journey.store;

import static dev.perennial.journey.store.Columns.profile;

import dev.perennial.journey.domain.Run;
import dev.perennial.journey.domain.Run.Ending;
import dev.perennial.journey.domain.Run.State;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The columns that a run's state is spread over. */
record RunRow(String state, String node, @Nullable Instant dueAt, @Nullable Instant endedAt) {

  static RunRow of(Run run) {
    return switch (run.state()) {
      case State.Begun _ -> throw new IllegalArgumentException("a run is kept once it has stepped");
      case State.Waiting(String node, Instant dueAt) -> new RunRow("active", node, dueAt, null);
      case State.Ended(Ending ending, Instant at) ->
          new RunRow(ending == Ending.COMPLETED ? "completed" : "exited", "", null, at);
    };
  }

  static Run run(Row row) {
    return new Run(
        row.getUUID("run_id"),
        profile(row),
        row.getString("journey"),
        row.getInteger("version"),
        row.getString("key"),
        row.getInteger("entry"),
        row.getOffsetDateTime("started_at").toInstant(),
        row.getOffsetDateTime("since").toInstant(),
        row.getLong("start_revision"),
        state(row),
        row.getInteger("steps"),
        row.getInteger("messages"));
  }

  private static State state(Row row) {
    return switch (row.getString("state")) {
      case "active" ->
          new State.Waiting(row.getString("node"), row.getOffsetDateTime("due_at").toInstant());
      case "completed" -> ended(Ending.COMPLETED, row);
      case "exited" -> ended(Ending.EXITED, row);
      default -> throw new IllegalStateException("a run is active, completed or exited");
    };
  }

  private static State ended(Ending ending, Row row) {
    return new State.Ended(ending, row.getOffsetDateTime("ended_at").toInstant());
  }
}
