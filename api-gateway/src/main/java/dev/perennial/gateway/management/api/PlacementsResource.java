package dev.perennial.gateway.management.api;

import dev.perennial.contracts.recommendation.v1.DeletePlacementRequest;
import dev.perennial.contracts.recommendation.v1.GetPlacementRequest;
import dev.perennial.contracts.recommendation.v1.ListPlacementsRequest;
import dev.perennial.contracts.recommendation.v1.Placements;
import dev.perennial.gateway.api.Body;
import dev.perennial.gateway.management.app.AskRecommendations;
import dev.perennial.gateway.workspace.api.Caller;
import dev.perennial.gateway.workspace.api.KeyRequired;
import io.quarkus.grpc.GrpcClient;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@KeyRequired
@Path("/api/v1/recommendations/placements")
@Tag(name = "recommendations", description = RecommendationsResource.ABOUT)
public class PlacementsResource {

  private final Placements placements;
  private final AskRecommendations ask;
  private final Caller caller;

  PlacementsResource(
      @GrpcClient("recommendation") Placements placements, AskRecommendations ask, Caller caller) {
    this.placements = placements;
    this.ask = ask;
    this.caller = caller;
  }

  @PUT
  @Path("/{key}")
  @Operation(summary = "Create a placement or change it; several variants share its visitors")
  public Uni<PlacementJson.View> put(String key, PlacementJson.@Nullable Put body) {
    var request = Body.required(body).toContract().setWorkspace(caller.workspace()).setKey(key);
    return GrpcProblems.naming(
        placements.putPlacement(request.build()).map(PlacementJson.View::of),
        field -> RecommendJson.pointer("", field));
  }

  @GET
  @Path("/{key}")
  @Operation(summary = "One placement")
  public Uni<PlacementJson.View> get(String key) {
    var request = GetPlacementRequest.newBuilder().setWorkspace(caller.workspace()).setKey(key);
    return placements.getPlacement(request.build()).map(PlacementJson.View::of);
  }

  @GET
  @Operation(summary = "All placements")
  public Uni<PlacementJson.Page> list() {
    var request = ListPlacementsRequest.newBuilder().setWorkspace(caller.workspace());
    return placements.listPlacements(request.build()).map(PlacementJson.Page::of);
  }

  @DELETE
  @Path("/{key}")
  @Operation(summary = "Delete a placement")
  public Uni<Void> delete(String key) {
    var request = DeletePlacementRequest.newBuilder().setWorkspace(caller.workspace()).setKey(key);
    return placements.deletePlacement(request.build()).replaceWithVoid();
  }

  @GET
  @Paced
  @Path("/{key}/items")
  @Operation(summary = "What the placement shows to a profile or visitor, and by which variant")
  public Uni<RecommendationJson.View> items(String key, @BeanParam RecommendParameters parameters) {
    var question = parameters.toContract().setPlacement(key);
    return GrpcProblems.naming(
        ask.best(caller.workspace(), parameters.profile, question).map(RecommendationJson.View::of),
        RecommendParameters::name);
  }
}
