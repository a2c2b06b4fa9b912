package dev.perennial.recommendation.shop.app;

import dev.perennial.recommendation.shop.domain.Shop;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Makes one kind of model anew for each workspace in which what it is made of has changed. Used by
 * one thread.
 */
final class ModelLoop<C> {

  private static final Logger LOG = Logger.getLogger(ModelLoop.class);

  /** So many times as long as a pass took is rested: models leave the machine to the rest. */
  private static final int REST = 5;

  private record Copy<C>(long version, C what) {}

  private final ModelKind<C> kind;
  private final Shops shops;
  private final ModelMetrics metrics;

  /** Of those made here: what came with a snapshot may be of another version of the code. */
  private final Map<String, Long> versions = new HashMap<>();

  ModelLoop(ModelKind<C> kind, Shops shops, ModelMetrics metrics) {
    this.kind = kind;
    this.shops = shops;
    this.metrics = metrics;
  }

  /** Goes over all workspaces once, and says how long to rest. */
  Duration pass() {
    long began = System.nanoTime();
    shops.workspaces().forEach(this::remakeOrWarn);
    Duration rest = since(began).multipliedBy(REST);
    return rest.compareTo(kind.every()) > 0 ? rest : kind.every();
  }

  /** What fails for one workspace must not leave the others with old models. */
  private void remakeOrWarn(String workspace) {
    try {
      shops.read(workspace, shop -> changed(workspace, shop)).ifPresent(it -> make(workspace, it));
    } catch (RuntimeException e) {
      // The model before goes on answering, and the next pass tries again.
      metrics.failed();
      LOG.warnf("no new %s model of a workspace; trying again: %s", kind.name(), e);
    }
  }

  private Optional<Copy<C>> changed(String workspace, Shop shop) {
    long version = kind.version(shop);
    return version == versions.getOrDefault(workspace, 0L)
        ? Optional.empty()
        : Optional.of(new Copy<>(version, kind.copy(shop)));
  }

  private void make(String workspace, Copy<C> copy) {
    long began = System.nanoTime();
    var replacement = kind.make(copy.what);
    // Alone, so that no answer goes by one model at its beginning and by another at its end.
    shops.write(workspace, replacement);
    versions.put(workspace, copy.version);
    metrics.made(workspace, since(began));
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
