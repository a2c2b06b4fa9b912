package dev.perennial.segment.messaging;

import dev.perennial.exactlyonce.ShardWork;
import dev.perennial.exactlyonce.UnitContext;
import dev.perennial.segment.app.LetMembersLeave;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Takes the members of the shard out of segments that were deleted. */
@Singleton
class DeletionWork implements ShardWork<Set<Integer>> {

  private final LetMembersLeave members;
  private final TransitionRecords transitions;

  DeletionWork(LetMembersLeave members, TransitionRecords transitions) {
    this.members = members;
    this.transitions = transitions;
  }

  @Override
  public String name() {
    return "segment-deletion";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(1);
  }

  @Override
  public Uni<Optional<Set<Integer>>> prepare(Set<Integer> shards) {
    return members.any(shards).map(any -> any ? Optional.of(shards) : Optional.empty());
  }

  @Override
  public Uni<Done> apply(SqlConnection tx, UnitContext context, Set<Integer> shards) {
    return members
        .leave(tx, context.now(), shards)
        .map(left -> new Done(transitions.outgoing(left), !left.isEmpty()));
  }
}
