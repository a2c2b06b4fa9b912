package dev.perennial.recommendation.interest.messaging;

import dev.perennial.exactlyonce.ShardWork;
import dev.perennial.exactlyonce.UnitContext;
import dev.perennial.recommendation.interest.app.TellInterested;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Deletes interest that is too old to matter. The owner of the first shard does it for all. */
@ApplicationScoped
public class ForgetWork implements ShardWork<Set<Integer>> {

  private static final int FIRST = 0;

  private final TellInterested interested;

  ForgetWork(TellInterested interested) {
    this.interested = interested;
  }

  @Override
  public String name() {
    return "old-interest";
  }

  @Override
  public Duration interval() {
    return Duration.ofMinutes(1);
  }

  @Override
  public Uni<Optional<Set<Integer>>> prepare(Set<Integer> shards) {
    return Uni.createFrom().item(Optional.of(shards).filter(owned -> owned.contains(FIRST)));
  }

  @Override
  public Uni<Done> apply(SqlConnection tx, UnitContext context, Set<Integer> shards) {
    return interested.forgetOld(tx, context.now()).map(more -> new Done(List.of(), more));
  }
}
