package dev.perennial.journey.messaging;

import dev.perennial.exactlyonce.ShardWork;
import dev.perennial.exactlyonce.UnitContext;
import dev.perennial.journey.app.Arrivals;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes in the runs of merged profiles. */
@ApplicationScoped
class HandOvers implements ShardWork<Set<Integer>> {

  private final Arrivals arrivals;

  HandOvers(Arrivals arrivals) {
    this.arrivals = arrivals;
  }

  @Override
  public String name() {
    return "journey-hand-overs";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(1);
  }

  @Override
  public Uni<Optional<Set<Integer>>> prepare(Set<Integer> shards) {
    return arrivals.any(shards).map(any -> any ? Optional.of(shards) : Optional.empty());
  }

  @Override
  public Uni<Done> apply(SqlConnection tx, UnitContext context, Set<Integer> shards) {
    return arrivals.takeIn(tx, shards, context.now()).map(more -> new Done(List.of(), more));
  }
}
