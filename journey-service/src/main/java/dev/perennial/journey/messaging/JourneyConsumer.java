package dev.perennial.journey.messaging;

import dev.perennial.contracts.Topics;
import dev.perennial.exactlyonce.ConsumerDefinition;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** The one consumer of this service. */
final class JourneyConsumer {

  @Produces
  @Singleton
  static ConsumerDefinition definition(
      JourneyUnits units, Timers timers, HandOvers handOvers, Enrolling enrolling) {
    return new ConsumerDefinition(
        "journeys",
        List.of(Topics.PROFILE_ACTIVITY, Topics.SEGMENT_TRANSITIONS),
        units,
        List.of(timers, handOvers, enrolling));
  }
}
