package dev.perennial.gateway.management.api;

import dev.perennial.contracts.recommendation.v1.ListTopPairsRequest;
import dev.perennial.contracts.recommendation.v1.RecommendRequest;
import dev.perennial.contracts.recommendation.v1.Recommendations;
import dev.perennial.gateway.workspace.api.Caller;
import dev.perennial.gateway.workspace.api.KeyRequired;
import io.quarkus.grpc.GrpcClient;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@KeyRequired
@Path("/api/v1/recommendations")
@Tag(name = "recommendations", description = "Products to show, each with the evidence for it")
public class RecommendationsResource {

  private final Recommendations recommendations;
  private final Caller caller;

  RecommendationsResource(
      @GrpcClient("recommendation") Recommendations recommendations, Caller caller) {
    this.recommendations = recommendations;
    this.caller = caller;
  }

  @GET
  @Path("/{strategy}")
  @Operation(summary = "Products that go with these, or with what a profile bought")
  public Uni<RecommendationJson.View> recommend(
      String strategy,
      @QueryParam("product") List<String> products,
      @QueryParam("profile") @DefaultValue("") String profile,
      @QueryParam("limit") @DefaultValue("10") int limit) {
    var request =
        RecommendRequest.newBuilder()
            .setWorkspace(caller.workspace())
            .setStrategy(strategy)
            .addAllProductIds(products)
            .setProfileId(profile)
            .setLimit(Limit.of(limit));
    return recommendations.recommend(request.build()).map(RecommendationJson.View::of);
  }

  @GET
  @Path("/pairs")
  @Operation(summary = "The pairs of products that most orders hold")
  public Uni<RecommendationJson.Pairs> pairs(@QueryParam("limit") @DefaultValue("10") int limit) {
    var request =
        ListTopPairsRequest.newBuilder().setWorkspace(caller.workspace()).setLimit(Limit.of(limit));
    return recommendations.listTopPairs(request.build()).map(RecommendationJson.Pairs::of);
  }
}
