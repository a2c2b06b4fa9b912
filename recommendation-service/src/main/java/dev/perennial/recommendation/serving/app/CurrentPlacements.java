package dev.perennial.recommendation.serving.app;

import dev.perennial.recommendation.serving.domain.InvalidRequest;
import dev.perennial.recommendation.serving.domain.NoSuchPlacement;
import dev.perennial.recommendation.serving.domain.Placement;
import dev.perennial.recommendation.serving.domain.PlacementDefinition;
import dev.perennial.recommendation.serving.store.PlacementTable;
import dev.perennial.recommendation.shop.app.RecommendationConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The placements, in memory. Asks after changes twice a second, so that every replica follows them
 * within a second; while Postgres is away those that are known go on.
 */
@ApplicationScoped
public class CurrentPlacements {

  private static final Logger LOG = Logger.getLogger(CurrentPlacements.class);
  private static final long NONE_YET = -1;

  private record Key(String workspace, String placement) {}

  private record Known(long generation, Map<Key, Placement> placements) {}

  private final PlacementTable table;
  private final ReadPlacement read;
  private final Pool pool;
  private final RecommendationConfig config;
  private volatile Known known = new Known(NONE_YET, Map.of());
  private volatile Cancellable following = () -> {};

  CurrentPlacements(
      PlacementTable table, ReadPlacement read, Pool pool, RecommendationConfig config) {
    this.table = table;
    this.read = read;
    this.pool = pool;
    this.config = config;
  }

  /** Whether they were read since the start: until then there seems to be none. */
  public boolean areKnown() {
    return known.generation != NONE_YET;
  }

  /** Fails with {@link NoSuchPlacement}. */
  public Placement find(String workspace, String key) {
    return Optional.ofNullable(known.placements.get(new Key(workspace, key)))
        .orElseThrow(NoSuchPlacement::new);
  }

  /** Looks for changes now. */
  Uni<Void> refresh() {
    return table
        .generation(pool)
        .chain(generation ->
            generation == known.generation
                ? Uni.createFrom().voidItem()
                : table.snapshot(pool).invoke(this::replace).replaceWithVoid());
  }

  void onStart(@Observes StartupEvent event) {
    following =
        Multi.createFrom()
            .ticks()
            .every(config.foldEvery())
            .onOverflow()
            .drop()
            .onItem()
            .transformToUniAndConcatenate(_ -> refresh().onFailure().recoverWithUni(this::later))
            .subscribe()
            .with(_ -> {}, failure -> LOG.error("placements are not followed any more", failure));
  }

  void onStop(@Observes ShutdownEvent event) {
    following.cancel();
  }

  private Uni<Void> later(Throwable failure) {
    LOG.debugf("placements may not be up to date; trying again: %s", failure);
    return Uni.createFrom().voidItem();
  }

  private synchronized void replace(PlacementTable.Snapshot snapshot) {
    if (snapshot.generation() > known.generation) {
      var placements = new HashMap<Key, Placement>();
      for (var definition : snapshot.placements()) {
        read(definition)
            .ifPresent(placement ->
                placements.put(new Key(definition.workspace(), definition.key()), placement));
      }
      known = new Known(snapshot.generation(), Map.copyOf(placements));
    }
  }

  /** Empty when it names what this version of the service does not have. */
  private Optional<Placement> read(PlacementDefinition definition) {
    try {
      var written = ReadPlacement.written(definition.definition());
      return Optional.of(
          read.read(written.setWorkspace(definition.workspace()).setKey(definition.key()).build()));
    } catch (InvalidRequest e) {
      LOG.warnf("placement %s cannot be served: %s %s", definition.key(), e.pointer(), e.reason());
      return Optional.empty();
    }
  }
}
