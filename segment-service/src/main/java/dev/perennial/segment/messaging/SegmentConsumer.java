package dev.perennial.segment.messaging;

import dev.perennial.contracts.Topics;
import dev.perennial.exactlyonce.ConsumerDefinition;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** This service follows the activity of profiles; the owner of a shard also keeps its timers. */
class SegmentConsumer {

  @Produces
  @Singleton
  ConsumerDefinition definition(
      ActivityProcessor processor, TimerWork timers, BackfillWork backfill, DeletionWork deletion) {
    return new ConsumerDefinition(
        "segments",
        List.of(Topics.PROFILE_ACTIVITY),
        processor,
        List.of(timers, backfill, deletion));
  }
}
