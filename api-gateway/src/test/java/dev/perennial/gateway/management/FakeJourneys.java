package dev.perennial.gateway.management;

import dev.perennial.contracts.journey.v1.Decision;
import dev.perennial.contracts.journey.v1.GetJourneyStatsRequest;
import dev.perennial.contracts.journey.v1.Journey;
import dev.perennial.contracts.journey.v1.JourneyState;
import dev.perennial.contracts.journey.v1.JourneyStats;
import dev.perennial.contracts.journey.v1.ListRunsRequest;
import dev.perennial.contracts.journey.v1.ListRunsResponse;
import dev.perennial.contracts.journey.v1.MutinyJourneysGrpc;
import dev.perennial.contracts.journey.v1.PauseJourneyRequest;
import dev.perennial.contracts.journey.v1.PublishJourneyRequest;
import dev.perennial.contracts.journey.v1.PutJourneyRequest;
import dev.perennial.contracts.journey.v1.Run;
import io.grpc.Status;
import io.smallrye.mutiny.Uni;

/** Refuses the names "" and definitions with "broken" in them; nothing can be paused. */
final class FakeJourneys extends MutinyJourneysGrpc.JourneysImplBase {

  @Override
  public Uni<Journey> putJourney(PutJourneyRequest request) {
    if (request.getName().isEmpty()) {
      return Uni.createFrom().failure(FakeSegments.invalid("/name", "is empty"));
    }
    return request.getDefinition().contains("broken")
        ? Uni.createFrom().failure(FakeSegments.invalid("/nodes/mail", "is broken"))
        : Uni.createFrom()
            .item(
                Journey.newBuilder()
                    .setKey(request.getKey())
                    .setName(request.getName())
                    .setDefinition(request.getDefinition())
                    .setState(JourneyState.DRAFT)
                    .build());
  }

  @Override
  public Uni<Journey> publishJourney(PublishJourneyRequest request) {
    return Uni.createFrom()
        .item(
            Journey.newBuilder()
                .setKey(request.getKey())
                .setState(JourneyState.PUBLISHED)
                .setVersion(1)
                .build());
  }

  @Override
  public Uni<Journey> pauseJourney(PauseJourneyRequest request) {
    return Uni.createFrom()
        .failure(
            Status.FAILED_PRECONDITION.withDescription("was never published").asRuntimeException());
  }

  @Override
  public Uni<JourneyStats> getJourneyStats(GetJourneyStatsRequest request) {
    return Uni.createFrom().item(JourneyStats.newBuilder().setRunsActive(3).build());
  }

  @Override
  public Uni<ListRunsResponse> listRuns(ListRunsRequest request) {
    var decision = Decision.newBuilder().setNode("mail").setReason("entered segment lapsed");
    var run = Run.newBuilder().setRunId("of " + request.getProfileId()).addDecisions(decision);
    return Uni.createFrom().item(ListRunsResponse.newBuilder().addRuns(run).build());
  }
}
