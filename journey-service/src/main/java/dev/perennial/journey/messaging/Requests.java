package dev.perennial.journey.messaging;

import static dev.perennial.journey.app.Timestamps.timestamp;

import dev.perennial.contracts.Shards;
import dev.perennial.contracts.Topics;
import dev.perennial.contracts.channel.v1.MessageRequest;
import dev.perennial.exactlyonce.Outgoing;
import dev.perennial.exactlyonce.UnitContext;
import dev.perennial.journey.app.MessageAsked;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Messages that runs asked for, to records. */
@ApplicationScoped
class Requests {

  private final Shards shards;

  Requests(@ConfigProperty(name = "perennial.shards") int shards) {
    this.shards = new Shards(shards);
  }

  List<Outgoing> outgoing(UnitContext context, List<MessageAsked> messages) {
    return messages.stream()
        .map(asked ->
            new Outgoing(
                source(context, asked),
                Topics.MESSAGE_REQUESTS,
                asked.run().profile().id().toString(),
                encode(asked).toByteArray()))
        .toList();
  }

  /** The partition of the unit that the profile belongs to; a unit need not hold both topics'. */
  private TopicPartition source(UnitContext context, MessageAsked asked) {
    int shard = shards.of(asked.run().profile().id().toString());
    var activity = new TopicPartition(Topics.PROFILE_ACTIVITY, shard);
    return context.sequences().containsKey(activity)
        ? activity
        : new TopicPartition(Topics.SEGMENT_TRANSITIONS, shard);
  }

  private static MessageRequest encode(MessageAsked asked) {
    var run = asked.run();
    var message = asked.command().message();
    var request =
        MessageRequest.newBuilder()
            .setWorkspace(run.profile().workspace())
            .setMessageId(asked.command().id().toString())
            .setProfileId(run.profile().id().toString())
            .setRevision(asked.revision())
            .setChannel(message.channel())
            .setTemplate(message.template())
            .setTopic(message.topic())
            .setRequestedAt(timestamp(asked.requestedAt()))
            .setJourney(run.journey())
            .setJourneyVersion(run.version())
            .setRunId(run.id().toString())
            .setNode(asked.command().node())
            .setVariables("{}");
    asked.command().expiresAt().ifPresent(expiry -> request.setExpiresAt(timestamp(expiry)));
    return request.build();
  }
}
