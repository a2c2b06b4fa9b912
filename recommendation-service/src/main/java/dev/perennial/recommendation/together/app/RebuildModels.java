package dev.perennial.recommendation.together.app;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.perennial.recommendation.order.domain.BasketSnapshot;
import dev.perennial.recommendation.shop.app.FollowChanges;
import dev.perennial.recommendation.shop.app.Shops;
import dev.perennial.recommendation.shop.domain.Shop;
import dev.perennial.recommendation.together.domain.Bundles;
import dev.perennial.recommendation.together.domain.ModelSettings;
import dev.perennial.recommendation.together.domain.OrderMatrix;
import dev.perennial.recommendation.together.domain.TogetherModel;
import dev.perennial.recommendation.together.domain.Workers;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jboss.logging.Logger;

/**
 * Makes a new model of what is bought together in each workspace whose orders changed. Answers go
 * on meanwhile, from the one before.
 */
@ApplicationScoped
public class RebuildModels {

  private static final Logger LOG = Logger.getLogger(RebuildModels.class);

  /** A processor is busy with models for at most one part in so many. */
  private static final int REST = 10;

  private static final Duration UNTIL_CAUGHT_UP = Duration.ofMillis(50);

  private final Shops shops;
  private final FollowChanges following;
  private final ModelMetrics metrics;
  private final Duration every;
  private final ModelSettings settings;
  private final Workers workers;
  private final CountDownLatch stopping = new CountDownLatch(1);

  RebuildModels(
      Shops shops,
      FollowChanges following,
      ModelMetrics metrics,
      ModelSettings settings,
      TogetherConfig config) {
    this.shops = shops;
    this.following = following;
    this.metrics = metrics;
    this.every = config.rebuildEvery();
    this.settings = settings;
    int half = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    this.workers = new Workers(config.threads() > 0 ? config.threads() : half);
  }

  void onStart(@Observes StartupEvent event) {
    Thread.ofPlatform().name("together-models").daemon().start(this::follow);
  }

  void onStop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  private void follow() {
    try {
      Duration pause = UNTIL_CAUGHT_UP;
      while (!stopping.await(pause.toMillis(), MILLISECONDS)) {
        pause = following.hasCaughtUp() ? pauseAfter(rebuildAll()) : UNTIL_CAUGHT_UP;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration pauseAfter(Duration work) {
    Duration rest = work.multipliedBy(REST);
    return rest.compareTo(every) > 0 ? rest : every;
  }

  private Duration rebuildAll() {
    long began = System.nanoTime();
    for (String workspace : shops.workspaces()) {
      try {
        shops.read(workspace, RebuildModels::changedOrders).ifPresent(it -> rebuild(workspace, it));
      } catch (RuntimeException e) {
        // The model before goes on answering; its age is a metric.
        LOG.warnf("no new model of what is bought together: %s", e);
      }
    }
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private static Optional<BasketSnapshot> changedOrders(Shop shop) {
    long known = shop.model(TogetherModel.class).map(TogetherModel::version).orElse(0L);
    return shop.baskets().version() == known
        ? Optional.empty()
        : Optional.of(shop.baskets().snapshot());
  }

  private void rebuild(String workspace, BasketSnapshot orders) {
    long began = System.nanoTime();
    var matrix = OrderMatrix.of(orders, settings.halfLife());
    var model = TogetherModel.of(matrix, orders.version(), settings, workers);
    var bundles = Bundles.of(matrix);
    shops.read(
        workspace,
        shop -> {
          shop.replaceModel(TogetherModel.class, model);
          shop.replaceModel(Bundles.class, bundles);
          return model;
        });
    metrics.rebuilt(workspace, Duration.ofNanos(System.nanoTime() - began), model.pairs());
  }
}
