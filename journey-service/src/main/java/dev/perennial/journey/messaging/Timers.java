package dev.perennial.journey.messaging;

import dev.perennial.exactlyonce.ShardWork;
import dev.perennial.exactlyonce.UnitContext;
import dev.perennial.journey.app.DueRuns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Fires the timers of the shards. */
@ApplicationScoped
class Timers implements ShardWork<Set<Integer>> {

  private final DueRuns runs;
  private final Requests requests;

  Timers(DueRuns runs, Requests requests) {
    this.runs = runs;
    this.requests = requests;
  }

  @Override
  public String name() {
    return "journey-timers";
  }

  @Override
  public Duration interval() {
    return Duration.ofMillis(250);
  }

  @Override
  public Uni<Optional<Set<Integer>>> prepare(Set<Integer> shards) {
    return runs.any(shards).map(any -> any ? Optional.of(shards) : Optional.empty());
  }

  @Override
  public Uni<Done> apply(SqlConnection tx, UnitContext context, Set<Integer> shards) {
    return runs.fire(tx, shards, context.now())
        .map(fired -> new Done(requests.outgoing(context, fired.messages()), fired.more()));
  }
}
