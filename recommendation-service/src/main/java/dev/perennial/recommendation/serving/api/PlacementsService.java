package dev.perennial.recommendation.serving.api;

import com.google.protobuf.Timestamp;
import dev.perennial.contracts.recommendation.v1.DeletePlacementRequest;
import dev.perennial.contracts.recommendation.v1.DeletePlacementResponse;
import dev.perennial.contracts.recommendation.v1.GetPlacementRequest;
import dev.perennial.contracts.recommendation.v1.ListPlacementsRequest;
import dev.perennial.contracts.recommendation.v1.ListPlacementsResponse;
import dev.perennial.contracts.recommendation.v1.Placement;
import dev.perennial.contracts.recommendation.v1.Placements;
import dev.perennial.contracts.recommendation.v1.PutPlacementRequest;
import dev.perennial.recommendation.serving.app.ManagePlacements;
import dev.perennial.recommendation.serving.app.ReadPlacement;
import dev.perennial.recommendation.serving.domain.PlacementDefinition;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Places on a page, over gRPC. */
@GrpcService
public class PlacementsService implements Placements {

  private final ManagePlacements placements;

  PlacementsService(ManagePlacements placements) {
    this.placements = placements;
  }

  @Override
  public Uni<Placement> putPlacement(PutPlacementRequest request) {
    return orRefused(placements.put(request).map(PlacementsService::message));
  }

  @Override
  public Uni<Placement> getPlacement(GetPlacementRequest request) {
    return orRefused(
        placements.get(request.getWorkspace(), request.getKey()).map(PlacementsService::message));
  }

  @Override
  public Uni<ListPlacementsResponse> listPlacements(ListPlacementsRequest request) {
    return orRefused(
        placements
            .list(request.getWorkspace())
            .map(all ->
                ListPlacementsResponse.newBuilder()
                    .addAllPlacements(all.stream().map(PlacementsService::message).toList())
                    .build()));
  }

  @Override
  public Uni<DeletePlacementResponse> deletePlacement(DeletePlacementRequest request) {
    return orRefused(
        placements
            .delete(request.getWorkspace(), request.getKey())
            .replaceWith(DeletePlacementResponse.getDefaultInstance()));
  }

  private static <T> Uni<T> orRefused(Uni<T> answer) {
    return answer.onFailure().transform(Refusals::of);
  }

  private static Placement message(PlacementDefinition placement) {
    var written = ReadPlacement.written(placement.definition());
    return Placement.newBuilder()
        .setWorkspace(placement.workspace())
        .setKey(placement.key())
        .setName(placement.name())
        .setVersion(placement.version())
        .setRules(written.getRules())
        .addAllVariants(written.getVariantsList())
        .setChangedAt(timestamp(placement.changedAt()))
        .build();
  }

  private static Timestamp timestamp(Instant at) {
    return Timestamp.newBuilder().setSeconds(at.getEpochSecond()).setNanos(at.getNano()).build();
  }
}
