package dev.perennial.recommendation.similar.app;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.perennial.recommendation.catalog.domain.Catalog;
import dev.perennial.recommendation.shop.app.FollowChanges;
import dev.perennial.recommendation.shop.app.RecommendationConfig;
import dev.perennial.recommendation.shop.app.Shops;
import dev.perennial.recommendation.similar.domain.ContentSimilarity;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jboss.logging.Logger;

/**
 * Makes the index of what products are anew for each workspace whose catalog has changed: from a
 * copy, on a thread of its own, while answers go on from the index before.
 */
@ApplicationScoped
public class RefreshContent {

  private static final Logger LOG = Logger.getLogger(RefreshContent.class);

  private final Shops shops;
  private final FollowChanges follow;
  private final Duration every;
  private final Map<String, Long> indexed = new HashMap<>();
  private final CountDownLatch stopping = new CountDownLatch(1);

  RefreshContent(Shops shops, FollowChanges follow, RecommendationConfig config) {
    this.shops = shops;
    this.follow = follow;
    this.every = config.contentEvery();
  }

  void onStart(@Observes StartupEvent event) {
    Thread.ofPlatform().name("content").daemon().start(this::refreshForEver);
  }

  void onStop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  private void refreshForEver() {
    try {
      while (!stopping.await(every.toMillis(), MILLISECONDS)) {
        if (follow.hasCaughtUp()) {
          shops.workspaces().forEach(this::tryToRefresh);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void tryToRefresh(String workspace) {
    try {
      refresh(workspace);
    } catch (RuntimeException e) {
      // The index before goes on answering, and the other workspaces get theirs.
      LOG.warnf("no new index of what products are: %s", e);
    }
  }

  private void refresh(String workspace) {
    long changes = shops.read(workspace, shop -> shop.catalog().changes());
    if (indexed.getOrDefault(workspace, 0L) != changes) {
      Catalog copy = shops.read(workspace, shop -> shop.catalog().copy());
      var similarity = ContentSimilarity.of(copy);
      shops.read(
          workspace,
          shop -> {
            shop.replaceModel(ContentSimilarity.class, similarity);
            return shop;
          });
      indexed.put(workspace, copy.changes());
    }
  }
}
