package dev.perennial.profile.messaging;

import dev.perennial.contracts.Shards;
import dev.perennial.contracts.Topics;
import dev.perennial.exactlyonce.ShardWork;
import dev.perennial.exactlyonce.UnitContext;
import dev.perennial.profile.app.MergeProfiles;
import dev.perennial.profile.domain.IdentityChanges.Merge;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** Carries out merges, piece by piece, on the owner of the retired profile's shard. */
@ApplicationScoped
class MergeWork implements ShardWork<Merge> {

  private final MergeProfiles merges;
  private final Shards shards;

  MergeWork(MergeProfiles merges, Shards shards) {
    this.merges = merges;
    this.shards = shards;
  }

  @Override
  public String name() {
    return "merge";
  }

  @Override
  public Duration interval() {
    return Duration.ofMillis(500);
  }

  @Override
  public Uni<Optional<Merge>> prepare(Set<Integer> owned) {
    return merges.next(owned);
  }

  @Override
  public Uni<Done> apply(SqlConnection tx, UnitContext context, Merge merge) {
    int shard = shards.of(merge.loser().id().toString());
    var source = new TopicPartition(Topics.EVENTS_ACCEPTED, shard);
    return merges
        .advance(tx, context.now(), source, merge)
        .map(outgoing -> new Done(outgoing, true));
  }
}
