package dev.perennial.recommendation.messaging;

import dev.perennial.exactlyonce.ShardWork;
import dev.perennial.exactlyonce.UnitContext;
import dev.perennial.recommendation.attribution.app.ForgetClicks;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Deletes clicks that are too old to matter. The owner of the first shard does it for all. */
@ApplicationScoped
public class ForgetClicksWork implements ShardWork<Set<Integer>> {

  private static final int FIRST = 0;

  private final ForgetClicks forgetClicks;

  ForgetClicksWork(ForgetClicks forgetClicks) {
    this.forgetClicks = forgetClicks;
  }

  @Override
  public String name() {
    return "old-clicks";
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
    return forgetClicks.some(tx, context.now()).map(more -> new Done(List.of(), more));
  }
}
