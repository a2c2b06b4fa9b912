package dev.perennial.gateway.management.api;

import dev.perennial.contracts.journey.v1.GetJourneyRequest;
import dev.perennial.contracts.journey.v1.GetJourneyStatsRequest;
import dev.perennial.contracts.journey.v1.Journeys;
import dev.perennial.contracts.journey.v1.ListJourneysRequest;
import dev.perennial.contracts.journey.v1.PauseJourneyRequest;
import dev.perennial.contracts.journey.v1.PublishJourneyRequest;
import dev.perennial.contracts.journey.v1.PutJourneyRequest;
import dev.perennial.gateway.api.Body;
import dev.perennial.gateway.workspace.api.Caller;
import dev.perennial.gateway.workspace.api.KeyRequired;
import io.quarkus.grpc.GrpcClient;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@KeyRequired
@Path("/api/v1/journeys")
@Tag(name = "journeys", description = "What happens to a person, step by step")
public class JourneysResource {

  private final Journeys journeys;
  private final Caller caller;

  JourneysResource(@GrpcClient("journey") Journeys journeys, Caller caller) {
    this.journeys = journeys;
    this.caller = caller;
  }

  @PUT
  @Path("/{key}")
  @Operation(summary = "Create a journey's draft or change it")
  public Uni<JourneyJson.View> put(String key, JourneyJson.@Nullable Put body) {
    JourneyJson.Put put = Body.required(body);
    var request =
        PutJourneyRequest.newBuilder()
            .setWorkspace(caller.workspace())
            .setKey(key)
            .setName(Objects.requireNonNullElse(put.name(), key))
            .setDefinition(Definition.text("/definition", put.definition()))
            .build();
    return GrpcProblems.pointIntoDefinition(journeys.putJourney(request)).map(JourneyJson.View::of);
  }

  @GET
  @Path("/{key}")
  @Operation(summary = "One journey")
  public Uni<JourneyJson.View> get(String key) {
    var request = GetJourneyRequest.newBuilder().setWorkspace(caller.workspace()).setKey(key);
    return journeys.getJourney(request.build()).map(JourneyJson.View::of);
  }

  @GET
  @Operation(summary = "All journeys")
  public Uni<JourneyJson.Page> list() {
    var request = ListJourneysRequest.newBuilder().setWorkspace(caller.workspace());
    return journeys.listJourneys(request.build()).map(JourneyJson.Page::of);
  }

  @POST
  @Path("/{key}/publish")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Make the draft the next version and start it, or go on after a pause")
  public Uni<JourneyJson.View> publish(String key) {
    var request = PublishJourneyRequest.newBuilder().setWorkspace(caller.workspace()).setKey(key);
    return GrpcProblems.pointIntoDefinition(journeys.publishJourney(request.build()))
        .map(JourneyJson.View::of);
  }

  @POST
  @Path("/{key}/pause")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Stop runs from starting and stepping")
  public Uni<JourneyJson.View> pause(String key) {
    var request = PauseJourneyRequest.newBuilder().setWorkspace(caller.workspace()).setKey(key);
    return journeys.pauseJourney(request.build()).map(JourneyJson.View::of);
  }

  @GET
  @Path("/{key}/stats")
  @Operation(summary = "Its runs and messages, counted")
  public Uni<JourneyJson.Stats> stats(String key) {
    var request = GetJourneyStatsRequest.newBuilder().setWorkspace(caller.workspace()).setKey(key);
    return journeys.getJourneyStats(request.build()).map(JourneyJson.Stats::of);
  }
}
