package dev.perennial.journey.messaging;

import static dev.perennial.journey.app.Timestamps.instant;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.perennial.contracts.events.v1.EventType;
import dev.perennial.contracts.profile.v1.EventRecorded;
import dev.perennial.contracts.profile.v1.ProfileActivity;
import dev.perennial.contracts.segment.v1.SegmentTransition;
import dev.perennial.contracts.segment.v1.TransitionCause;
import dev.perennial.contracts.segment.v1.TransitionKind;
import dev.perennial.exactlyonce.PoisonException;
import dev.perennial.exactlyonce.RevisionGate.Revised;
import dev.perennial.journey.domain.Activity;
import dev.perennial.journey.domain.Activity.Happening;
import dev.perennial.journey.domain.Movement;
import dev.perennial.journey.domain.ProfileId;
import dev.perennial.journey.domain.Transition;
import dev.perennial.journey.domain.Transition.Cause;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records to domain. */
final class Decoding {

  private static final String ORDER = "Order Completed";

  private Decoding() {}

  static Revised revised(ConsumerRecord<String, byte[]> source) {
    ProfileActivity activity = parse(source.value());
    return new Revised(
        source,
        activity.getWorkspace(),
        uuid("profile_id", activity.getProfileId()),
        activity.getRevision(),
        activity.hasProfileErased());
  }

  static Activity activity(Revised revised) {
    ProfileActivity activity = parse(revised.payload());
    return new Activity(
        new ProfileId(revised.workspace(), revised.profileId()),
        revised.revision(),
        instant(activity.getOccurredAt()),
        happening(activity));
  }

  static Transition transition(ConsumerRecord<String, byte[]> source) {
    try {
      var transition = SegmentTransition.parseFrom(source.value());
      return new Transition(
          new ProfileId(transition.getWorkspace(), uuid("profile_id", transition.getProfileId())),
          transition.getSegment(),
          movement(transition.getKind()),
          cause(transition.getCause()),
          instant(transition.getEffectiveAt()),
          transition.getRevision(),
          Optional.empty());
    } catch (InvalidProtocolBufferException e) {
      throw new PoisonException("not a SegmentTransition", e);
    }
  }

  private static ProfileActivity parse(byte[] payload) {
    try {
      return ProfileActivity.parseFrom(payload);
    } catch (InvalidProtocolBufferException e) {
      throw new PoisonException("not a ProfileActivity", e);
    }
  }

  private static Happening happening(ProfileActivity activity) {
    return switch (activity.getActivityCase()) {
      case EVENT_RECORDED -> event(activity.getEventRecorded());
      case PROFILE_RETIRED ->
          new Happening.Retired(
              uuid(
                  "profile_retired.canonical_profile_id",
                  activity.getProfileRetired().getCanonicalProfileId()));
      case PROFILE_ERASED -> new Happening.Erased();
      case TRAITS_CHANGED,
          IDENTIFIERS_CHANGED,
          CONSENT_CHANGED,
          PROFILES_MERGED,
          ACTIVITY_NOT_SET ->
          new Happening.Other();
    };
  }

  /** By the data contract an order without a value is no order. */
  private static Happening event(EventRecorded event) {
    boolean counts =
        event.getType() == EventType.TRACK
            && (!event.getName().equals(ORDER) || event.getCommerce().getValueMicros() > 0);
    return counts ? new Happening.Event(event.getName()) : new Happening.Other();
  }

  private static Movement movement(TransitionKind kind) {
    return switch (kind) {
      case ENTERED -> Movement.ENTERED;
      case LEFT -> Movement.LEFT;
      case TRANSITION_KIND_UNSPECIFIED, UNRECOGNIZED ->
          throw new PoisonException("kind is not known");
    };
  }

  private static Cause cause(TransitionCause cause) {
    return switch (cause) {
      case ACTIVITY, TIMER -> Cause.HAPPENED;
      case BACKFILL -> Cause.BACKFILL;
      case REMOVAL -> Cause.REMOVAL;
      case TRANSITION_CAUSE_UNSPECIFIED, UNRECOGNIZED ->
          throw new PoisonException("cause is not known");
    };
  }

  private static UUID uuid(String field, String value) {
    try {
      return UUID.fromString(value);
    } catch (IllegalArgumentException e) {
      throw new PoisonException(field + " is no UUID", e);
    }
  }
}
