package dev.perennial.journey.api;

import dev.perennial.contracts.journey.v1.GetJourneyRequest;
import dev.perennial.contracts.journey.v1.GetJourneyStatsRequest;
import dev.perennial.contracts.journey.v1.Journey;
import dev.perennial.contracts.journey.v1.JourneyStats;
import dev.perennial.contracts.journey.v1.Journeys;
import dev.perennial.contracts.journey.v1.ListJourneysRequest;
import dev.perennial.contracts.journey.v1.ListJourneysResponse;
import dev.perennial.contracts.journey.v1.ListRunsRequest;
import dev.perennial.contracts.journey.v1.ListRunsResponse;
import dev.perennial.contracts.journey.v1.PauseJourneyRequest;
import dev.perennial.contracts.journey.v1.PublishJourneyRequest;
import dev.perennial.contracts.journey.v1.PutJourneyRequest;
import dev.perennial.journey.app.EditJourneys;
import dev.perennial.journey.app.PublishJourney;
import dev.perennial.journey.app.ReadRuns;
import dev.perennial.journey.domain.JourneyId;
import dev.perennial.journey.domain.Problem;
import dev.perennial.journey.domain.ProfileId;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code perennial.journey.v1.Journeys}. */
@GrpcService
class JourneysService implements Journeys {

  private final EditJourneys journeys;
  private final PublishJourney publish;
  private final ReadRuns runs;

  JourneysService(EditJourneys journeys, PublishJourney publish, ReadRuns runs) {
    this.journeys = journeys;
    this.publish = publish;
    this.runs = runs;
  }

  @Override
  public Uni<Journey> putJourney(PutJourneyRequest request) {
    var id = new JourneyId(request.getWorkspace(), request.getKey());
    return journeys
        .put(id, request.getName(), request.getDefinition())
        .map(Encoding::journey)
        .onFailure()
        .transform(Errors::status);
  }

  @Override
  public Uni<Journey> getJourney(GetJourneyRequest request) {
    return journeys
        .get(new JourneyId(request.getWorkspace(), request.getKey()))
        .map(Encoding::journey)
        .onFailure()
        .transform(Errors::status);
  }

  @Override
  public Uni<ListJourneysResponse> listJourneys(ListJourneysRequest request) {
    return journeys
        .list(request.getWorkspace())
        .map(sheets -> sheets.stream().map(Encoding::journey).toList())
        .map(list -> ListJourneysResponse.newBuilder().addAllJourneys(list).build())
        .onFailure()
        .transform(Errors::status);
  }

  @Override
  public Uni<Journey> publishJourney(PublishJourneyRequest request) {
    return publish
        .publish(new JourneyId(request.getWorkspace(), request.getKey()))
        .map(Encoding::journey)
        .onFailure()
        .transform(Errors::status);
  }

  @Override
  public Uni<Journey> pauseJourney(PauseJourneyRequest request) {
    return journeys
        .pause(new JourneyId(request.getWorkspace(), request.getKey()))
        .map(Encoding::journey)
        .onFailure()
        .transform(Errors::status);
  }

  @Override
  public Uni<JourneyStats> getJourneyStats(GetJourneyStatsRequest request) {
    return runs.stats(new JourneyId(request.getWorkspace(), request.getKey()))
        .map(Encoding::stats)
        .onFailure()
        .transform(Errors::status);
  }

  @Override
  public Uni<ListRunsResponse> listRuns(ListRunsRequest request) {
    return uuid(request.getProfileId())
        .map(id -> runs.of(new ProfileId(request.getWorkspace(), id)))
        .orElseGet(() ->
            Uni.createFrom()
                .failure(Errors.invalid(List.of(new Problem("/profile_id", "must be a UUID")))))
        .map(told -> told.stream().map(Encoding::run).toList())
        .map(list -> ListRunsResponse.newBuilder().addAllRuns(list).build())
        .onFailure()
        .transform(Errors::status);
  }

  private static Optional<UUID> uuid(String value) {
    try {
      return Optional.of(UUID.fromString(value));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
