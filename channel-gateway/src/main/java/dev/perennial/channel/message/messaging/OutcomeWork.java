package dev.perennial.channel.message.messaging;

import dev.perennial.channel.message.app.TellOutcomes;
import dev.perennial.channel.message.domain.MessageKey;
import dev.perennial.exactlyonce.ShardWork;
import dev.perennial.exactlyonce.UnitContext;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Publishes what became of messages, exactly once, as events of the people they went to. */
@ApplicationScoped
class OutcomeWork implements ShardWork<List<MessageKey>> {

  private final TellOutcomes outcomes;

  OutcomeWork(TellOutcomes outcomes) {
    this.outcomes = outcomes;
  }

  @Override
  public String name() {
    return "outcomes";
  }

  @Override
  public Duration interval() {
    return Duration.ofMillis(250);
  }

  @Override
  public Uni<Optional<List<MessageKey>>> prepare(Set<Integer> shards) {
    return outcomes
        .untold(shards)
        .map(untold -> Optional.of(untold).filter(some -> !some.isEmpty()));
  }

  @Override
  public Uni<Done> apply(SqlConnection tx, UnitContext context, List<MessageKey> untold) {
    return outcomes
        .tell(tx, untold)
        .map(told ->
            new Done(told.stream().map(one -> OutcomeEvent.of(one, context.now())).toList(), true));
  }
}
