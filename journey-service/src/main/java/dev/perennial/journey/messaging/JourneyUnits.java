package dev.perennial.journey.messaging;

import dev.perennial.contracts.Topics;
import dev.perennial.exactlyonce.OriginGate;
import dev.perennial.exactlyonce.Outgoing;
import dev.perennial.exactlyonce.RevisionGate;
import dev.perennial.exactlyonce.RevisionGate.Revised;
import dev.perennial.exactlyonce.UnitContext;
import dev.perennial.exactlyonce.UnitProcessor;
import dev.perennial.journey.app.ProfileTurns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Activity and transitions in, message requests out. */
@ApplicationScoped
class JourneyUnits implements UnitProcessor<JourneyUnits.Batch> {

  /** What came, decoded as far as the gates need. */
  record Batch(List<Revised> activities, List<ConsumerRecord<String, byte[]>> transitions) {}

  private final RevisionGate revisions;
  private final OriginGate origins;
  private final ProfileTurns turns;
  private final Requests requests;

  JourneyUnits(RevisionGate revisions, OriginGate origins, ProfileTurns turns, Requests requests) {
    this.revisions = revisions;
    this.origins = origins;
    this.turns = turns;
    this.requests = requests;
  }

  @Override
  public Uni<Batch> prepare(List<ConsumerRecord<String, byte[]>> records) {
    var activities = new ArrayList<Revised>();
    var transitions = new ArrayList<ConsumerRecord<String, byte[]>>();
    for (var consumed : records) {
      if (consumed.topic().equals(Topics.PROFILE_ACTIVITY)) {
        activities.add(Decoding.revised(consumed));
      } else {
        transitions.add(consumed);
      }
    }
    return Uni.createFrom().item(new Batch(activities, transitions));
  }

  @Override
  public Optional<Revised> revised(ConsumerRecord<String, byte[]> consumed) {
    return consumed.topic().equals(Topics.PROFILE_ACTIVITY)
        ? Optional.of(Decoding.revised(consumed))
        : Optional.empty();
  }

  @Override
  public Uni<List<Outgoing>> apply(SqlConnection tx, UnitContext context, Batch batch) {
    return revisions
        .admit(tx, batch.activities())
        .flatMap(admitted ->
            origins
                .admit(tx, batch.transitions())
                .flatMap(fresh ->
                    turns.take(
                        tx,
                        context.now(),
                        admitted.stream().map(Decoding::activity).toList(),
                        fresh.stream().map(Decoding::transition).toList())))
        .map(messages -> requests.outgoing(context, messages));
  }
}
