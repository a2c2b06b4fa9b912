package dev.perennial.segment.messaging;

import com.google.protobuf.Timestamp;
import dev.perennial.contracts.Topics;
import dev.perennial.contracts.segment.v1.SegmentTransition;
import dev.perennial.contracts.segment.v1.TransitionCause;
import dev.perennial.contracts.segment.v1.TransitionKind;
import dev.perennial.exactlyonce.Outgoing;
import dev.perennial.segment.domain.Answer;
import dev.perennial.segment.domain.Transition;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.TopicPartition;

/** Transitions as records of {@code segment.transitions}. */
@Singleton
class TransitionRecords {

  private final MeterRegistry meters;

  TransitionRecords(MeterRegistry meters) {
    this.meters = meters;
  }

  List<Outgoing> outgoing(List<Transition> transitions) {
    return transitions.stream().map(this::outgoing).toList();
  }

  private Outgoing outgoing(Transition transition) {
    var kind = transition.kind().name().toLowerCase(Locale.ROOT);
    var cause = transition.cause().name().toLowerCase(Locale.ROOT);
    meters.counter("perennial.segment.transitions", "kind", kind, "cause", cause).increment();
    var key = transition.profile();
    return new Outgoing(
        new TopicPartition(Topics.PROFILE_ACTIVITY, key.shard()),
        Topics.SEGMENT_TRANSITIONS,
        key.profileId().toString(),
        message(transition).toByteArray());
  }

  private static SegmentTransition message(Transition transition) {
    var message =
        SegmentTransition.newBuilder()
            .setWorkspace(transition.profile().workspace())
            .setProfileId(transition.profile().profileId().toString())
            .setSegment(transition.segment())
            .setSegmentVersion(transition.version())
            .setKind(
                switch (transition.kind()) {
                  case ENTERED -> TransitionKind.ENTERED;
                  case LEFT -> TransitionKind.LEFT;
                })
            .setCause(
                switch (transition.cause()) {
                  case ACTIVITY -> TransitionCause.ACTIVITY;
                  case TIMER -> TransitionCause.TIMER;
                  case BACKFILL -> TransitionCause.BACKFILL;
                  case REMOVAL -> TransitionCause.REMOVAL;
                })
            .setEffectiveAt(timestamp(transition.effectiveAt()))
            .setRecordedAt(timestamp(transition.recordedAt()))
            .setRevision(transition.revision());
    if (transition.kind() == Transition.Kind.ENTERED
        && !transition.validUntil().equals(Answer.FOR_EVER)) {
      message.setValidUntil(timestamp(transition.validUntil()));
    }
    return message.build();
  }

  private static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }
}
