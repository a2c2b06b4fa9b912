package dev.perennial.channel.message.messaging;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.perennial.channel.ChannelConfig;
import dev.perennial.channel.contact.domain.ContactStep;
import dev.perennial.channel.contact.messaging.ActivityDecoder;
import dev.perennial.channel.message.app.AcceptRequests;
import dev.perennial.contracts.Topics;
import dev.perennial.contracts.profile.v1.ProfileActivity;
import dev.perennial.exactlyonce.OriginGate;
import dev.perennial.exactlyonce.Outgoing;
import dev.perennial.exactlyonce.PoisonException;
import dev.perennial.exactlyonce.RevisionGate;
import dev.perennial.exactlyonce.RevisionGate.Revised;
import dev.perennial.exactlyonce.UnitContext;
import dev.perennial.exactlyonce.UnitProcessor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Requests become queued messages; activity keeps contacts up to date. */
@ApplicationScoped
class ChannelProcessor implements UnitProcessor<ChannelProcessor.Batch> {

  private final RevisionGate revisions;
  private final OriginGate origins;
  private final AcceptRequests accept;
  private final RequestDecoder requests;

  ChannelProcessor(
      RevisionGate revisions, OriginGate origins, AcceptRequests accept, ChannelConfig config) {
    this.revisions = revisions;
    this.origins = origins;
    this.accept = accept;
    this.requests = new RequestDecoder(config.email().defaultTtl());
  }

  record Batch(List<Revised> activities, List<ConsumerRecord<String, byte[]>> requests) {}

  @Override
  public Uni<Batch> prepare(List<ConsumerRecord<String, byte[]>> records) {
    return Uni.createFrom()
        .item(() -> {
          var batch = new Batch(new ArrayList<>(), new ArrayList<>());
          for (var record : records) {
            if (record.topic().equals(Topics.PROFILE_ACTIVITY)) {
              batch.activities().add(decoded(record));
            } else {
              batch.requests().add(record);
            }
          }
          return batch;
        });
  }

  @Override
  public Uni<List<Outgoing>> apply(SqlConnection tx, UnitContext context, Batch batch) {
    return revisions
        .admit(tx, batch.activities())
        .map(admitted -> admitted.stream().map(ChannelProcessor::step).toList())
        .chain(steps -> accept.follow(tx, steps))
        .chain(() -> origins.admit(tx, batch.requests()))
        .map(admitted -> admitted.stream().map(record -> requests.decode(record.value())).toList())
        .chain(admitted -> accept.accept(tx, admitted))
        .replaceWith(List.of());
  }

  @Override
  public Optional<Revised> revised(ConsumerRecord<String, byte[]> record) {
    return record.topic().equals(Topics.PROFILE_ACTIVITY)
        ? Optional.of(decoded(record))
        : Optional.empty();
  }

  private static Revised decoded(ConsumerRecord<String, byte[]> record) {
    var activity = parse(record.value());
    return new Revised(
        record,
        activity.getWorkspace(),
        profileId(activity),
        activity.getRevision(),
        activity.hasProfileErased());
  }

  private static ContactStep step(Revised revised) {
    return ActivityDecoder.decode(parse(revised.payload()));
  }

  private static UUID profileId(ProfileActivity activity) {
    try {
      return UUID.fromString(activity.getProfileId());
    } catch (IllegalArgumentException e) {
      throw new PoisonException("profile_id is not a UUID");
    }
  }

  private static ProfileActivity parse(byte[] value) {
    try {
      return ProfileActivity.parseFrom(value);
    } catch (InvalidProtocolBufferException e) {
      throw new PoisonException("not a profile activity", e);
    }
  }
}
