package dev.perennial.profile.messaging;

import dev.perennial.exactlyonce.ShardWork;
import dev.perennial.exactlyonce.UnitContext;
import dev.perennial.profile.app.KeepHouse;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps the tables tidy. They are not cut by shard, so the owner of the first one does it. */
@ApplicationScoped
class HouseWork implements ShardWork<Boolean> {

  private final KeepHouse house;

  HouseWork(KeepHouse house) {
    this.house = house;
  }

  @Override
  public String name() {
    return "housekeeping";
  }

  @Override
  public Duration interval() {
    return Duration.ofMinutes(1);
  }

  @Override
  public Uni<Optional<Boolean>> prepare(Set<Integer> owned) {
    return Uni.createFrom().item(owned.contains(0) ? Optional.of(true) : Optional.empty());
  }

  @Override
  public Uni<Done> apply(SqlConnection tx, UnitContext context, Boolean owner) {
    return house.once(tx, context.now()).map(more -> new Done(List.of(), more));
  }
}
