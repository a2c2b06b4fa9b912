package dev.perennial.profile.app;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.perennial.contracts.Topics;
import dev.perennial.contracts.profile.v1.ConsentChanged;
import dev.perennial.contracts.profile.v1.IdentifiersChanged;
import dev.perennial.contracts.profile.v1.ProfileActivity;
import dev.perennial.contracts.profile.v1.ProfileRetired;
import dev.perennial.contracts.profile.v1.ProfilesMerged;
import dev.perennial.contracts.profile.v1.TraitsChanged;
import dev.perennial.exactlyonce.Outgoing;
import dev.perennial.profile.domain.Activity;
import dev.perennial.profile.domain.Activity.Step;
import dev.perennial.profile.domain.Commerce;
import dev.perennial.profile.domain.HistoryEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Turns the steps of a unit into what is published and what is kept as history, so that both say
 * the same.
 */
final class ActivityEncoder {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Instant now;
  private final List<Outgoing> outgoing = new ArrayList<>();
  private final List<HistoryEvent> history = new ArrayList<>();

  ActivityEncoder(Instant now) {
    this.now = now;
  }

  /** What was added, in order. */
  List<Outgoing> outgoing() {
    return outgoing;
  }

  /** The events among it. */
  List<HistoryEvent> history() {
    return history;
  }

  void add(TopicPartition source, Step step) {
    var wire = Wire.step(step.profile(), step.revision(), step.occurredAt(), now);
    switch (step.activity()) {
      case Activity.EventRecorded recorded -> {
        var event = event(step, recorded);
        history.add(event);
        wire.setEventRecorded(Wire.event(event));
      }
      case Activity.TraitsChanged traits ->
          wire.setTraitsChanged(TraitsChanged.newBuilder().setChanged(json(traits.changed())));
      case Activity.IdentifiersChanged identifiers ->
          wire.setIdentifiersChanged(
              IdentifiersChanged.newBuilder()
                  .addAllAdded(Wire.identifiers(identifiers.added()))
                  .addAllDropped(Wire.identifiers(identifiers.dropped())));
      case Activity.ConsentChanged(var consent) ->
          wire.setConsentChanged(
              ConsentChanged.newBuilder()
                  .setChannel(consent.subject().channel())
                  .setTopic(consent.subject().topic())
                  .setStatus(Wire.status(consent))
                  .setSource(consent.source()));
      case Activity.ProfilesMerged(var retired) ->
          wire.setProfilesMerged(
              ProfilesMerged.newBuilder().setRetiredProfileId(retired.id().toString()));
      case Activity.ProfileRetired(var canonical) ->
          wire.setProfileRetired(
              ProfileRetired.newBuilder().setCanonicalProfileId(canonical.id().toString()));
    }
    publish(source, wire.build());
  }

  /** An event of the past, told under the profile that it now belongs to. */
  void replay(TopicPartition source, HistoryEvent event) {
    publish(source, Wire.replay(event));
  }

  private void publish(TopicPartition source, ProfileActivity activity) {
    outgoing.add(
        new Outgoing(
            source, Topics.PROFILE_ACTIVITY, activity.getProfileId(), activity.toByteArray()));
  }

  private HistoryEvent event(Step step, Activity.EventRecorded recorded) {
    var event = recorded.event();
    var happened = recorded.happened();
    var commerce = happened.commerce();
    return new HistoryEvent(
        step.profile(),
        step.revision(),
        step.occurredAt(),
        event.receivedAt(),
        now,
        event.messageId(),
        happened.deed(),
        happened.name(),
        happened.properties(),
        event.source(),
        event.hops(),
        commerce == null || commerce.kind() == Commerce.Kind.OTHER ? null : commerce.kind(),
        commerce == null ? null : commerce.valueMicros(),
        commerce == null ? 0 : commerce.items().size(),
        commerce == null ? null : Wire.commerce(commerce).toByteArray());
  }

  private static String json(Map<String, @Nullable String> changed) {
    var object = JSON.createObjectNode();
    changed.forEach(
        (name, value) -> object.putRawValue(name, new RawValue(value == null ? "null" : value)));
    return object.toString();
  }
}
