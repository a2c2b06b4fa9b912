package dev.perennial.journey;

import dev.perennial.contracts.journey.v1.GetJourneyStatsRequest;
import dev.perennial.contracts.journey.v1.Journey;
import dev.perennial.contracts.journey.v1.JourneyStats;
import dev.perennial.contracts.journey.v1.Journeys;
import dev.perennial.contracts.journey.v1.ListRunsRequest;
import dev.perennial.contracts.journey.v1.PauseJourneyRequest;
import dev.perennial.contracts.journey.v1.PublishJourneyRequest;
import dev.perennial.contracts.journey.v1.PutJourneyRequest;
import dev.perennial.contracts.journey.v1.Run;
import io.quarkus.grpc.GrpcClient;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** The service as its callers see it. */
@Singleton
class Desk {

  /** Asks once, waits a delay, asks again; an order or leaving ends it. */
  static String winBack(String delay) {
    return """
    {"start": {"segment": "lapsed", "on": "entered"},
     "exits": [{"segment": "lapsed", "on": "left"}, {"event": "Order Completed"}],
     "nodes": {
      "mail": {"type": "message", "channel": "email", "template": "win-back", "topic": "offers",
               "ttl": "PT12H", "next": "pause"},
      "pause": {"type": "delay", "for": "%s", "next": "last"},
      "last": {"type": "message", "channel": "email", "template": "last-call", "next": "end"},
      "end": {"type": "exit"}}}
    """
        .formatted(delay);
  }

  private final Journeys journeys;

  Desk(@GrpcClient("journeys") Journeys journeys) {
    this.journeys = journeys;
  }

  Journey put(String workspace, String key, String definition) {
    return await(
        journeys.putJourney(
            PutJourneyRequest.newBuilder()
                .setWorkspace(workspace)
                .setKey(key)
                .setDefinition(definition)
                .build()));
  }

  Journey publish(String workspace, String key) {
    return await(
        journeys.publishJourney(
            PublishJourneyRequest.newBuilder().setWorkspace(workspace).setKey(key).build()));
  }

  Journey publish(String workspace, String key, String definition) {
    put(workspace, key, definition);
    return publish(workspace, key);
  }

  Journey pause(String workspace, String key) {
    return await(
        journeys.pauseJourney(
            PauseJourneyRequest.newBuilder().setWorkspace(workspace).setKey(key).build()));
  }

  JourneyStats stats(String workspace, String key) {
    return await(
        journeys.getJourneyStats(
            GetJourneyStatsRequest.newBuilder().setWorkspace(workspace).setKey(key).build()));
  }

  List<Run> runs(Person person) {
    return await(
            journeys.listRuns(
                ListRunsRequest.newBuilder()
                    .setWorkspace(person.workspace)
                    .setProfileId(person.id)
                    .build()))
        .getRunsList();
  }

  Journeys rpc() {
    return journeys;
  }

  static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(20));
  }
}
