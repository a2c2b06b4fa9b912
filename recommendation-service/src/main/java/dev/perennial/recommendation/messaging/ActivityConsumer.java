package dev.perennial.recommendation.messaging;

import static java.util.Objects.requireNonNull;

import dev.perennial.contracts.Topics;
import dev.perennial.contracts.profile.v1.ProfileActivity;
import dev.perennial.exactlyonce.ConsumerDefinition;
import dev.perennial.exactlyonce.Outgoing;
import dev.perennial.exactlyonce.PoisonException;
import dev.perennial.exactlyonce.RevisionGate;
import dev.perennial.exactlyonce.RevisionGate.Revised;
import dev.perennial.exactlyonce.UnitContext;
import dev.perennial.exactlyonce.UnitProcessor;
import dev.perennial.recommendation.order.app.Heard;
import dev.perennial.recommendation.order.app.RecordFacts;
import dev.perennial.recommendation.order.domain.ProfileKey;
import dev.perennial.recommendation.shop.store.ChangeNumber;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Follows what profiles do. */
@ApplicationScoped
public class ActivityConsumer implements UnitProcessor<List<Revised>> {

  private final RevisionGate gate;
  private final RecordFacts recordFacts;

  ActivityConsumer(RevisionGate gate, RecordFacts recordFacts) {
    this.gate = gate;
    this.recordFacts = recordFacts;
  }

  @Produces
  @Singleton
  static ConsumerDefinition definition(ActivityConsumer consumer) {
    return new ConsumerDefinition(
        "purchases", List.of(Topics.PROFILE_ACTIVITY), consumer, List.of());
  }

  @Override
  public Uni<List<Revised>> prepare(List<ConsumerRecord<String, byte[]>> records) {
    return Uni.createFrom().item(() -> records.stream().map(ActivityConsumer::revised).toList());
  }

  @Override
  public Uni<List<Outgoing>> apply(SqlConnection tx, UnitContext context, List<Revised> prepared) {
    return gate.admit(tx, prepared)
        .map(admitted -> admitted.stream().flatMap(one -> heard(one, context)).toList())
        .chain(heard -> recordFacts.record(tx, heard))
        .replaceWith(List.of());
  }

  private static Revised revised(ConsumerRecord<String, byte[]> record) {
    ProfileActivity activity = ActivityDecoder.parse(record.value());
    return new Revised(
        new TopicPartition(record.topic(), record.partition()),
        activity.getWorkspace(),
        profileId(activity),
        activity.getRevision(),
        record.value());
  }

  private static Stream<Heard> heard(Revised revised, UnitContext context) {
    var profile = new ProfileKey(revised.workspace(), revised.profileId());
    long sequence = requireNonNull(context.sequences().get(revised.source()), "sequence");
    var number = new ChangeNumber(revised.source().partition(), sequence);
    return ActivityDecoder.fact(ActivityDecoder.parse(revised.payload())).stream()
        .map(fact -> new Heard(profile, fact, number));
  }

  private static UUID profileId(ProfileActivity activity) {
    try {
      return UUID.fromString(activity.getProfileId());
    } catch (IllegalArgumentException e) {
      throw new PoisonException("profile_id is not a UUID", e);
    }
  }
}
