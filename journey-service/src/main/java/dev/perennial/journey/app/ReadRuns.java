package dev.perennial.journey.app;

import static java.util.stream.Collectors.groupingBy;

import dev.perennial.journey.domain.Decision;
import dev.perennial.journey.domain.JourneyId;
import dev.perennial.journey.domain.ProfileId;
import dev.perennial.journey.domain.Run;
import dev.perennial.journey.domain.RunCounts;
import dev.perennial.journey.store.Decisions;
import dev.perennial.journey.store.RunStats;
import dev.perennial.journey.store.Runs;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads runs and counts them. */
@ApplicationScoped
public class ReadRuns {

  /** A run and all that was decided about it, in order. */
  public record Told(Run run, List<Decision> decisions) {}

  private final Pool pool;
  private final EditJourneys journeys;
  private final Runs runs;
  private final Decisions decisions;
  private final RunStats stats;

  ReadRuns(Pool pool, EditJourneys journeys, Runs runs, Decisions decisions, RunStats stats) {
    this.pool = pool;
    this.journeys = journeys;
    this.runs = runs;
    this.decisions = decisions;
    this.stats = stats;
  }

  /** Newest first. */
  public Uni<List<Told>> of(ProfileId profile) {
    return runs.of(pool, profile)
        .flatMap(found ->
            decisions
                .of(pool, profile.workspace(), found.stream().map(Run::id).toList())
                .map(all -> {
                  var byRun = all.stream().collect(groupingBy(Decision::runId));
                  return found.stream()
                      .map(run -> new Told(run, byRun.getOrDefault(run.id(), List.of())))
                      .toList();
                }));
  }

  public Uni<RunCounts> stats(JourneyId id) {
    return journeys.get(id).flatMap(_ -> stats.of(pool, id));
  }
}
