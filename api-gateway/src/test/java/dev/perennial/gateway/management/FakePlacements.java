package dev.perennial.gateway.management;

import dev.perennial.contracts.recommendation.v1.DeletePlacementRequest;
import dev.perennial.contracts.recommendation.v1.DeletePlacementResponse;
import dev.perennial.contracts.recommendation.v1.GetPlacementRequest;
import dev.perennial.contracts.recommendation.v1.ListPlacementsRequest;
import dev.perennial.contracts.recommendation.v1.ListPlacementsResponse;
import dev.perennial.contracts.recommendation.v1.MutinyPlacementsGrpc;
import dev.perennial.contracts.recommendation.v1.Placement;
import dev.perennial.contracts.recommendation.v1.PutPlacementRequest;
import io.grpc.Status;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps placements by workspace and key; one without variants is refused. */
final class FakePlacements extends MutinyPlacementsGrpc.PlacementsImplBase {

  private final Map<String, Placement> kept = new ConcurrentHashMap<>();

  @Override
  public Uni<Placement> putPlacement(PutPlacementRequest request) {
    if (request.getVariantsCount() == 0) {
      return Uni.createFrom()
          .failure(FakeSegments.invalid("/rules/pinned_product_ids", "must be fewer"));
    }
    var placement =
        Placement.newBuilder()
            .setWorkspace(request.getWorkspace())
            .setKey(request.getKey())
            .setName(request.getName())
            .setVersion(1)
            .setRules(request.getRules())
            .addAllVariants(request.getVariantsList())
            .setChangedAt(FakeSegments.AT)
            .build();
    kept.put(request.getWorkspace() + "/" + request.getKey(), placement);
    return Uni.createFrom().item(placement);
  }

  @Override
  public Uni<Placement> getPlacement(GetPlacementRequest request) {
    var placement = kept.get(request.getWorkspace() + "/" + request.getKey());
    return placement == null
        ? Uni.createFrom().failure(Status.NOT_FOUND.asRuntimeException())
        : Uni.createFrom().item(placement);
  }

  @Override
  public Uni<ListPlacementsResponse> listPlacements(ListPlacementsRequest request) {
    var own = kept.values().stream().filter(p -> p.getWorkspace().equals(request.getWorkspace()));
    return Uni.createFrom()
        .item(ListPlacementsResponse.newBuilder().addAllPlacements(own.toList()).build());
  }

  @Override
  public Uni<DeletePlacementResponse> deletePlacement(DeletePlacementRequest request) {
    kept.remove(request.getWorkspace() + "/" + request.getKey());
    return Uni.createFrom().item(DeletePlacementResponse.getDefaultInstance());
  }
}
