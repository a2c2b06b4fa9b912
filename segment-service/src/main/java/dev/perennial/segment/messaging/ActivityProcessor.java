package dev.perennial.segment.messaging;

import static java.util.Objects.requireNonNull;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.perennial.contracts.profile.v1.ProfileActivity;
import dev.perennial.exactlyonce.Outgoing;
import dev.perennial.exactlyonce.PoisonException;
import dev.perennial.exactlyonce.RevisionGate;
import dev.perennial.exactlyonce.RevisionGate.Revised;
import dev.perennial.exactlyonce.UnitContext;
import dev.perennial.exactlyonce.UnitProcessor;
import dev.perennial.segment.app.ActivityReader;
import dev.perennial.segment.app.FollowActivity;
import dev.perennial.segment.app.FollowActivity.Step;
import dev.perennial.segment.domain.Activity;
import dev.perennial.segment.domain.ProfileKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes units of {@code profile.activity}. */
@Singleton
class ActivityProcessor implements UnitProcessor<ActivityProcessor.Decoded> {

  /** The records of a unit, and what is in each. */
  record Decoded(List<Revised> records, Map<Revised, Activity> activities) {}

  private final RevisionGate gate;
  private final FollowActivity follow;
  private final TransitionRecords transitions;

  ActivityProcessor(RevisionGate gate, FollowActivity follow, TransitionRecords transitions) {
    this.gate = gate;
    this.follow = follow;
    this.transitions = transitions;
  }

  @Override
  public Uni<Decoded> prepare(List<ConsumerRecord<String, byte[]>> records) {
    return Uni.createFrom().item(() -> decoded(records));
  }

  @Override
  public Uni<List<Outgoing>> apply(SqlConnection tx, UnitContext context, Decoded decoded) {
    return gate.admit(tx, decoded.records())
        .map(admitted -> steps(admitted, decoded.activities()))
        .chain(steps -> follow.follow(tx, context.now(), steps))
        .map(transitions::outgoing);
  }

  @Override
  public Optional<Revised> revised(ConsumerRecord<String, byte[]> record) {
    return Optional.of(revised(record, message(record.value())));
  }

  private static Decoded decoded(List<ConsumerRecord<String, byte[]>> records) {
    var revised = new ArrayList<Revised>(records.size());
    var activities = new IdentityHashMap<Revised, Activity>();
    for (var record : records) {
      var message = message(record.value());
      var one = revised(record, message);
      revised.add(one);
      activities.put(one, activity(message));
    }
    return new Decoded(revised, activities);
  }

  private static Revised revised(ConsumerRecord<String, byte[]> record, ProfileActivity message) {
    return new Revised(
        record,
        message.getWorkspace(),
        profileId(message),
        message.getRevision(),
        message.hasProfileErased());
  }

  private static List<Step> steps(List<Revised> admitted, Map<Revised, Activity> activities) {
    return admitted.stream()
        .map(one ->
            new Step(
                new ProfileKey(one.workspace(), one.profileId(), one.source().partition()),
                requireNonNull(activities.get(one))))
        .toList();
  }

  private static ProfileActivity message(byte[] payload) {
    try {
      return ProfileActivity.parseFrom(payload);
    } catch (InvalidProtocolBufferException e) {
      throw new PoisonException("is no ProfileActivity", e);
    }
  }

  private static Activity activity(ProfileActivity message) {
    try {
      return ActivityReader.activity(message);
    } catch (IllegalArgumentException e) {
      throw new PoisonException(String.valueOf(e.getMessage()), e);
    }
  }

  private static UUID profileId(ProfileActivity message) {
    try {
      return UUID.fromString(message.getProfileId());
    } catch (IllegalArgumentException e) {
      throw new PoisonException("profile_id is no UUID", e);
    }
  }
}
