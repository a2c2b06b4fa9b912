package dev.perennial.segment.messaging;

import dev.perennial.exactlyonce.ShardWork;
import dev.perennial.exactlyonce.UnitContext;
import dev.perennial.segment.app.CompleteFromHistory;
import dev.perennial.segment.app.CompleteFromHistory.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Completes the profiles of the shard for segments that are new or were changed. */
@Singleton
class BackfillWork implements ShardWork<Page> {

  private final CompleteFromHistory history;
  private final TransitionRecords transitions;

  BackfillWork(CompleteFromHistory history, TransitionRecords transitions) {
    this.history = history;
    this.transitions = transitions;
  }

  @Override
  public String name() {
    return "segment-backfill";
  }

  @Override
  public Duration interval() {
    return Duration.ofMillis(500);
  }

  @Override
  public Uni<Optional<Page>> prepare(Set<Integer> shards) {
    return history.next(shards);
  }

  @Override
  public Uni<Done> apply(SqlConnection tx, UnitContext context, Page page) {
    return history
        .complete(tx, context.now(), page)
        .map(done -> new Done(transitions.outgoing(done.transitions()), done.more()));
  }
}
