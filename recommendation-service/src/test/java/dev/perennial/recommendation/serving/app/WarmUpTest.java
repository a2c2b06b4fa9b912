package dev.perennial.recommendation.serving.app;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.recommendation.serving.store.PlacementTable;
import dev.perennial.recommendation.shop.app.FollowChanges;
import dev.perennial.recommendation.shop.app.RecommendationConfig;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** A replica beside the one that runs, at its start. */
@QuarkusTest
class WarmUpTest {

  @Inject FollowChanges following;
  @Inject PlacementTable table;
  @Inject ReadPlacement read;
  @Inject Pool pool;
  @Inject RecommendationConfig config;

  @Test
  void nothingIsAnsweredBeforeThePlacementsWereRead() {
    await().until(following::hasCaughtUp);
    var placements = new CurrentPlacements(table, read, pool, config);
    var warmUp = new WarmUp(following, placements);
    assertFalse(warmUp.isDone());
    placements.refresh().await().indefinitely();
    assertTrue(warmUp.isDone());
  }
}
