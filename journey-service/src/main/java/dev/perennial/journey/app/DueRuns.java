package dev.perennial.journey.app;

import dev.perennial.journey.domain.Catalogue;
import dev.perennial.journey.domain.Changes;
import dev.perennial.journey.domain.Input;
import dev.perennial.journey.domain.ProfileId;
import dev.perennial.journey.domain.Run;
import dev.perennial.journey.domain.Run.State;
import dev.perennial.journey.store.KnownRevisions;
import dev.perennial.journey.store.Runs;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Fires timers, first due first; after an outage it catches up in as many batches as it takes. */
@ApplicationScoped
public class DueRuns {

  /** How many timers fire in one transaction. */
  public static final int BATCH = 500;

  /** What a batch came to. */
  public record Fired(List<MessageAsked> messages, boolean more) {}

  private final Pool pool;
  private final Runs runs;
  private final Catalogues catalogues;
  private final KnownRevisions revisions;
  private final RunLedger ledger;
  private final JourneyMetrics metrics;

  DueRuns(
      Pool pool,
      Runs runs,
      Catalogues catalogues,
      KnownRevisions revisions,
      RunLedger ledger,
      JourneyMetrics metrics) {
    this.pool = pool;
    this.runs = runs;
    this.catalogues = catalogues;
    this.revisions = revisions;
    this.ledger = ledger;
    this.metrics = metrics;
  }

  /** Whether there is anything to do. */
  public Uni<Boolean> any(Set<Integer> shards) {
    return runs.anyDue(pool, shards);
  }

  public Uni<Fired> fire(SqlConnection tx, Set<Integer> shards, Instant now) {
    return runs.due(tx, shards, now, BATCH)
        .flatMap(due ->
            due.isEmpty()
                ? Uni.createFrom().item(new Fired(List.of(), false))
                : fire(tx, due, now));
  }

  private Uni<Fired> fire(SqlConnection tx, List<Run> due, Instant now) {
    Set<ProfileId> profiles = due.stream().map(Run::profile).collect(Collectors.toSet());
    Set<String> workspaces =
        profiles.stream().map(ProfileId::workspace).collect(Collectors.toSet());
    return catalogues
        .load(tx, workspaces, due)
        .map(byWorkspace -> step(byWorkspace, due, now))
        .flatMap(changes ->
            revisions.of(tx, profiles).flatMap(known -> ledger.keep(tx, changes, known, now)))
        .map(messages -> new Fired(messages, due.size() == BATCH));
  }

  private Changes step(Map<String, Catalogue> byWorkspace, List<Run> due, Instant now) {
    var changes = new Changes();
    for (Run run : due) {
      Catalogue catalogue = byWorkspace.get(run.profile().workspace());
      if (catalogue != null && run.state() instanceof State.Waiting waiting) {
        changes.step(catalogue.of(run), run, new Input.TimerDue(), now);
        metrics.timerFired(waiting.dueAt(), now);
      }
    }
    return changes;
  }
}
