package dev.perennial.recommendation.person.app;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.perennial.recommendation.order.domain.PastOrder;
import dev.perennial.recommendation.person.domain.Rhythms;
import dev.perennial.recommendation.person.domain.Tastes;
import dev.perennial.recommendation.shop.app.FollowChanges;
import dev.perennial.recommendation.shop.app.RecommendationConfig;
import dev.perennial.recommendation.shop.app.Shops;
import dev.perennial.recommendation.shop.domain.Shop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * Makes the models of tastes and rhythms anew for each workspace whose orders have changed: from a
 * copy, on a thread of its own, while answers go on from the models before.
 */
@ApplicationScoped
public class RefreshPersonModels {

  private static final Logger LOG = Logger.getLogger(RefreshPersonModels.class);

  /** The copy shares the orders themselves, which never change. */
  private record Snapshot(long version, List<List<PastOrder>> histories, List<String> ids) {

    static Snapshot of(Shop shop) {
      var products = shop.products();
      return new Snapshot(
          shop.baskets().version(),
          shop.baskets().histories(),
          IntStream.range(0, products.size()).mapToObj(products::id).toList());
    }
  }

  private final Shops shops;
  private final FollowChanges follow;
  private final Duration every;
  private final Map<String, Long> versions = new HashMap<>();
  private final CountDownLatch stopping = new CountDownLatch(1);

  RefreshPersonModels(Shops shops, FollowChanges follow, RecommendationConfig config) {
    this.shops = shops;
    this.follow = follow;
    this.every = config.personModelsEvery();
  }

  void onStart(@Observes StartupEvent event) {
    Thread.ofPlatform().name("person-models").daemon().start(this::refreshForEver);
  }

  void onStop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  private void refreshForEver() {
    try {
      while (!stopping.await(every.toMillis(), MILLISECONDS)) {
        // Before that, each would be made in vain.
        if (follow.hasCaughtUp()) {
          shops.workspaces().forEach(this::refreshOrWarn);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** What fails for one workspace must not leave the others with old models. */
  private void refreshOrWarn(String workspace) {
    try {
      refresh(workspace);
    } catch (RuntimeException e) {
      LOG.warnf("the models of a workspace are not up to date; trying again: %s", e);
    }
  }

  private void refresh(String workspace) {
    long version = shops.read(workspace, shop -> shop.baskets().version());
    if (!Long.valueOf(version).equals(versions.get(workspace))) {
      var snapshot = shops.read(workspace, Snapshot::of);
      var tastes = Tastes.of(snapshot.histories(), snapshot.ids());
      var rhythms = Rhythms.of(snapshot.histories());
      shops.read(
          workspace,
          shop -> {
            shop.replaceModel(Tastes.class, tastes);
            shop.replaceModel(Rhythms.class, rhythms);
            return shop;
          });
      versions.put(workspace, snapshot.version());
    }
  }
}
