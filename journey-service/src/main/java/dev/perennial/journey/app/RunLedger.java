package dev.perennial.journey.app;

import dev.perennial.journey.domain.Changes;
import dev.perennial.journey.domain.Command;
import dev.perennial.journey.domain.ProfileId;
import dev.perennial.journey.store.Decisions;
import dev.perennial.journey.store.Runs;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Keeps what became of runs: the runs, every decision, and what is to be asked of others. */
@ApplicationScoped
public class RunLedger {

  private final Runs runs;
  private final Decisions decisions;
  private final JourneyMetrics metrics;

  RunLedger(Runs runs, Decisions decisions, JourneyMetrics metrics) {
    this.runs = runs;
    this.decisions = decisions;
    this.metrics = metrics;
  }

  /**
   * Keeps it, in a transaction.
   *
   * @param revisions the last known one of each profile
   */
  public Uni<List<MessageAsked>> keep(
      SqlConnection tx, Changes changes, Map<ProfileId, Long> revisions, Instant now) {
    List<MessageAsked> asked =
        changes.decisions().stream()
            .filter(decided -> decided.command() instanceof Command.SendMessage)
            .map(decided ->
                new MessageAsked(
                    decided.run(),
                    (Command.SendMessage) decided.command(),
                    revisions.getOrDefault(decided.run().profile(), 0L),
                    now))
            .toList();
    return runs.save(tx, changes.runs())
        .chain(() -> decisions.add(tx, changes.decisions(), now))
        .invoke(() -> metrics.count(changes, now))
        .replaceWith(asked);
  }
}
