package dev.perennial.recommendation.messaging;

import dev.perennial.exactlyonce.ShardWork;
import dev.perennial.exactlyonce.UnitContext;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Deletes what is too old to matter. The owner of the first shard does it for all. */
public final class ForgetWork implements ShardWork<Set<Integer>> {

  private static final int FIRST = 0;

  private final String name;
  private final Forgetting forgetting;

  public ForgetWork(String name, Forgetting forgetting) {
    this.name = name;
    this.forgetting = forgetting;
  }

  /** Forgets some of what is too old, within a transaction; says whether there may be more. */
  @FunctionalInterface
  public interface Forgetting {
    Uni<Boolean> some(SqlConnection tx, Instant now);
  }

  @Override
  public String name() {
    return name;
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
    return forgetting.some(tx, context.now()).map(more -> new Done(List.of(), more));
  }
}
