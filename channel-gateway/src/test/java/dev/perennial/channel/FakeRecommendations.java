package dev.perennial.channel;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import dev.perennial.contracts.recommendation.v1.Evidence;
import dev.perennial.contracts.recommendation.v1.Item;
import dev.perennial.contracts.recommendation.v1.MutinyRecommendationsGrpc.RecommendationsImplBase;
import dev.perennial.contracts.recommendation.v1.Reason;
import dev.perennial.contracts.recommendation.v1.RecommendForProfilesRequest;
import dev.perennial.contracts.recommendation.v1.RecommendForProfilesResponse;
import dev.perennial.contracts.recommendation.v1.Recommendation;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Recommends two mugs to everyone who asks for a strategy or placement that it knows, and is away
 * for the workspaces that a test names.
 */
@GrpcService
class FakeRecommendations extends RecommendationsImplBase {

  static final Set<String> AWAY_FOR = ConcurrentHashMap.newKeySet();

  /** These are told that their question is wrong. */
  static final Set<String> REFUSED_FOR = ConcurrentHashMap.newKeySet();

  /** Answers to these hold more than a client takes if nothing is said. */
  static final Set<String> LONG_FOR = ConcurrentHashMap.newKeySet();

  @Override
  public Uni<RecommendForProfilesResponse> recommendForProfiles(
      RecommendForProfilesRequest request) {
    if (AWAY_FOR.contains(request.getWorkspace())) {
      return Uni.createFrom().failure(Status.UNAVAILABLE.asRuntimeException());
    }
    if (REFUSED_FOR.contains(request.getWorkspace()) || request.getStrategy().equals("similar")) {
      return Uni.createFrom().failure(refusal());
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

  private static RuntimeException refusal() {
    var field = BadRequest.newBuilder();
    field.addFieldViolationsBuilder().setField("/strategy").setDescription("goes by products");
    return StatusProto.toStatusRuntimeException(
        com.google.rpc.Status.newBuilder()
            .setCode(Status.Code.INVALID_ARGUMENT.value())
            .setMessage("/strategy goes by products")
            .addDetails(Any.pack(field.build()))
            .build());
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
