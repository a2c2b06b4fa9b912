package dev.perennial.journey;

import com.google.protobuf.Timestamp;
import dev.perennial.contracts.Topics;
import dev.perennial.contracts.events.v1.EventType;
import dev.perennial.contracts.profile.v1.Commerce;
import dev.perennial.contracts.profile.v1.EventRecorded;
import dev.perennial.contracts.profile.v1.ProfileActivity;
import dev.perennial.contracts.profile.v1.ProfileErased;
import dev.perennial.contracts.profile.v1.ProfileRetired;
import dev.perennial.contracts.segment.v1.SegmentTransition;
import dev.perennial.contracts.segment.v1.TransitionCause;
import dev.perennial.contracts.segment.v1.TransitionKind;
import java.time.Instant;
import java.util.UUID;

/** Someone whose activity and transitions the neighbours publish. */
final class Person {

  final String workspace;
  final String id = UUID.randomUUID().toString();
  private final Topic topic;
  private long revision;

  Person(Topic topic, String workspace) {
    this.topic = topic;
    this.workspace = workspace;
  }

  long revision() {
    return revision;
  }

  Person visits() throws Exception {
    return happens(ProfileActivity.newBuilder().setEventRecorded(track("Product Viewed", 0)));
  }

  Person orders(long valueMicros) throws Exception {
    return happens(
        ProfileActivity.newBuilder().setEventRecorded(track("Order Completed", valueMicros)));
  }

  Person isErased() throws Exception {
    return happens(
        ProfileActivity.newBuilder().setProfileErased(ProfileErased.getDefaultInstance()));
  }

  Person isMergedInto(Person other) throws Exception {
    return happens(
        ProfileActivity.newBuilder()
            .setProfileRetired(ProfileRetired.newBuilder().setCanonicalProfileId(other.id)));
  }

  Person enters(String segment) throws Exception {
    return moves(segment, TransitionKind.ENTERED, revision, Instant.now());
  }

  Person entersAt(String segment, long atRevision, Instant at) throws Exception {
    return moves(segment, TransitionKind.ENTERED, atRevision, at);
  }

  Person leaves(String segment) throws Exception {
    return moves(segment, TransitionKind.LEFT, revision, Instant.now());
  }

  private Person moves(String segment, TransitionKind kind, long atRevision, Instant at)
      throws Exception {
    topic.publish(
        Topics.SEGMENT_TRANSITIONS,
        id,
        SegmentTransition.newBuilder()
            .setWorkspace(workspace)
            .setProfileId(id)
            .setSegment(segment)
            .setSegmentVersion(1)
            .setKind(kind)
            .setCause(TransitionCause.ACTIVITY)
            .setEffectiveAt(timestamp(at))
            .setRecordedAt(timestamp(at))
            .setRevision(atRevision)
            .build());
    return this;
  }

  private Person happens(ProfileActivity.Builder activity) throws Exception {
    revision++;
    topic.publish(
        Topics.PROFILE_ACTIVITY,
        id,
        activity
            .setWorkspace(workspace)
            .setProfileId(id)
            .setRevision(revision)
            .setOccurredAt(timestamp(Instant.now()))
            .setRecordedAt(timestamp(Instant.now()))
            .build());
    return this;
  }

  private static EventRecorded.Builder track(String name, long valueMicros) {
    return EventRecorded.newBuilder()
        .setType(EventType.TRACK)
        .setName(name)
        .setCommerce(Commerce.newBuilder().setValueMicros(valueMicros));
  }

  static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }
}
