package dev.perennial.channel;

import dev.perennial.contracts.recommendation.v1.Evidence;
import dev.perennial.contracts.recommendation.v1.Item;
import dev.perennial.contracts.recommendation.v1.MutinyRecommendationsGrpc.RecommendationsImplBase;
import dev.perennial.contracts.recommendation.v1.Reason;
import dev.perennial.contracts.recommendation.v1.RecommendForProfilesRequest;
import dev.perennial.contracts.recommendation.v1.RecommendForProfilesResponse;
import dev.perennial.contracts.recommendation.v1.Recommendation;
import io.grpc.Status;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Recommends two mugs to everyone, and is away for the workspaces that a test names. */
@GrpcService
class FakeRecommendations extends RecommendationsImplBase {

  static final Set<String> AWAY_FOR = ConcurrentHashMap.newKeySet();

  /** Answers to these hold more than a client takes if nothing is said. */
  static final Set<String> LONG_FOR = ConcurrentHashMap.newKeySet();

  @Override
  public Uni<RecommendForProfilesResponse> recommendForProfiles(
      RecommendForProfilesRequest request) {
    if (AWAY_FOR.contains(request.getWorkspace())) {
      return Uni.createFrom().failure(Status.UNAVAILABLE.asRuntimeException());
    }
    var response = RecommendForProfilesResponse.newBuilder();
    int length = LONG_FOR.contains(request.getWorkspace()) ? 5_000_000 : 0;
    var mugs =
        Recommendation.newBuilder()
            .addItems(mug("RED"))
            .addItems(mug("BLUE"))
            .setRecommendationId("r".repeat(length))
            .build();
    request.getProfileIdsList().forEach(id -> response.putRecommendations(id, mugs));
    return Uni.createFrom().item(response.build());
  }

  private static Item mug(String colour) {
    return Item.newBuilder()
        .setProductId("mug-" + colour)
        .setName(colour + " <MUG>")
        .setReason(
            Reason.newBuilder()
                .setBoughtTogether(
                    Evidence.newBuilder()
                        .setSeedProductId("T1")
                        .setSeedName("tea")
                        .setPairOrders(12)
                        .setConfidence(0.5)))
        .build();
  }
}
