package dev.perennial.channel.message.messaging;

import dev.perennial.contracts.Topics;
import dev.perennial.exactlyonce.ConsumerDefinition;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** The one consumer: a profile's activity and its requests have the same owner. */
class ChannelConsumer {

  @Produces
  @Singleton
  ConsumerDefinition definition(ChannelProcessor processor, OutcomeWork outcomes) {
    return new ConsumerDefinition(
        "channel",
        List.of(Topics.MESSAGE_REQUESTS, Topics.PROFILE_ACTIVITY),
        processor,
        List.of(outcomes));
  }
}
