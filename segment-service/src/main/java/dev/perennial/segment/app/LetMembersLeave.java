package dev.perennial.segment.app;

import dev.perennial.segment.domain.Transition;
import dev.perennial.segment.domain.Transition.Cause;
import dev.perennial.segment.domain.Transition.Kind;
import dev.perennial.segment.store.DeletedSegments;
import dev.perennial.segment.store.DeletedSegments.Left;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Takes the members out of segments that were deleted. */
@ApplicationScoped
public class LetMembersLeave {

  private static final int MOST = 1000;

  private final DeletedSegments deleted;
  private final Pool pool;

  LetMembersLeave(DeletedSegments deleted, Pool pool) {
    this.deleted = deleted;
    this.pool = pool;
  }

  public Uni<Boolean> any(Set<Integer> shards) {
    return deleted.anyMember(pool, shards);
  }

  /** Takes out some, until there are none. */
  public Uni<List<Transition>> leave(SqlConnection tx, Instant now, Set<Integer> shards) {
    return deleted
        .takeOut(tx, shards, MOST)
        .map(gone -> gone.stream().map(left -> transition(left, now)).toList());
  }

  private static Transition transition(Left left, Instant now) {
    return new Transition(
        left.profile(),
        left.segment(),
        left.version(),
        Kind.LEFT,
        Cause.REMOVAL,
        left.deletedAt(),
        now,
        left.revision(),
        left.deletedAt());
  }
}
