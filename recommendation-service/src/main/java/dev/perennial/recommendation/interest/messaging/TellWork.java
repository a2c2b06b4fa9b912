package dev.perennial.recommendation.interest.messaging;

import dev.perennial.exactlyonce.ShardWork;
import dev.perennial.exactlyonce.UnitContext;
import dev.perennial.recommendation.interest.app.TellInterested;
import dev.perennial.recommendation.interest.app.TellInterested.Step;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Publishes news of products, exactly once, as events of those who are interested. */
@ApplicationScoped
public class TellWork implements ShardWork<Step> {

  private final TellInterested interested;

  TellWork(TellInterested interested) {
    this.interested = interested;
  }

  @Override
  public String name() {
    return "news";
  }

  @Override
  public Duration interval() {
    return Duration.ofMillis(250);
  }

  @Override
  public Uni<Optional<Step>> prepare(Set<Integer> shards) {
    return interested.next(shards);
  }

  @Override
  public Uni<Done> apply(SqlConnection tx, UnitContext context, Step step) {
    return interested
        .tell(tx, step)
        .map(tellings ->
            new Done(
                tellings.stream().map(one -> NewsEvent.of(one, context.now())).toList(), true));
  }
}
