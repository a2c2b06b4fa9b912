package dev.perennial.recommendation.serving.app;

import dev.perennial.contracts.recommendation.v1.PutPlacementRequest;
import dev.perennial.recommendation.serving.domain.InvalidRequest;
import dev.perennial.recommendation.serving.domain.NoSuchPlacement;
import dev.perennial.recommendation.serving.domain.PlacementDefinition;
import dev.perennial.recommendation.serving.store.PlacementStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Edits placements. This replica follows a change before it answers. */
@ApplicationScoped
public class ManagePlacements {

  private final PlacementStore placements;
  private final ReadPlacement read;
  private final CurrentPlacements current;
  private final Clock clock;

  ManagePlacements(
      PlacementStore placements, ReadPlacement read, CurrentPlacements current, Clock clock) {
    this.placements = placements;
    this.read = read;
    this.current = current;
    this.clock = clock;
  }

  /** Fails with {@link InvalidRequest}. */
  public Uni<PlacementDefinition> put(PutPlacementRequest request) {
    return Uni.createFrom()
        .item(() -> read.read(request))
        .chain(_ ->
            placements.put(
                request.getWorkspace(),
                request.getKey(),
                request.getName().isBlank() ? request.getKey() : request.getName(),
                ReadPlacement.definition(request),
                clock.instant()))
        .call(current::refresh);
  }

  /** Fails with {@link NoSuchPlacement}. */
  public Uni<Void> delete(String workspace, String key) {
    return placements.delete(workspace, key, clock.instant()).call(current::refresh);
  }

  /** Fails with {@link NoSuchPlacement}. */
  public Uni<PlacementDefinition> get(String workspace, String key) {
    return placements.get(workspace, key).map(found -> found.orElseThrow(NoSuchPlacement::new));
  }

  public Uni<List<PlacementDefinition>> list(String workspace) {
    return placements.list(workspace);
  }
}
