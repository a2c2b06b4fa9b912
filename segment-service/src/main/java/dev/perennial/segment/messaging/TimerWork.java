package dev.perennial.segment.messaging;

import dev.perennial.exactlyonce.ShardWork;
import dev.perennial.exactlyonce.UnitContext;
import dev.perennial.segment.app.PassTime;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Looks for profiles whose time has come. */
@Singleton
class TimerWork implements ShardWork<Set<Integer>> {

  private final PassTime time;
  private final TransitionRecords transitions;

  TimerWork(PassTime time, TransitionRecords transitions) {
    this.time = time;
    this.transitions = transitions;
  }

  @Override
  public String name() {
    return "segment-timers";
  }

  /** A membership ends at most this much later than it says, while it says when it did. */
  @Override
  public Duration interval() {
    return Duration.ofMillis(200);
  }

  @Override
  public Uni<Optional<Set<Integer>>> prepare(Set<Integer> shards) {
    return time.anyDue(shards).map(any -> any ? Optional.of(shards) : Optional.empty());
  }

  @Override
  public Uni<Done> apply(SqlConnection tx, UnitContext context, Set<Integer> shards) {
    return time.pass(tx, context.now(), shards)
        .map(passed -> new Done(transitions.outgoing(passed), true));
  }
}
