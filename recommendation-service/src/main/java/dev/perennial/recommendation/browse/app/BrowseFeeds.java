package dev.perennial.recommendation.browse.app;

import dev.perennial.recommendation.browse.store.TrailChange;
import dev.perennial.recommendation.browse.store.Trails;
import dev.perennial.recommendation.shop.app.Feed;
import dev.perennial.recommendation.shop.app.Feeds;
import dev.perennial.recommendation.shop.store.Cursor;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The trails. Who went is told with the baskets. */
@ApplicationScoped
public class BrowseFeeds implements Feeds {

  private final Pool pool;
  private final Trails trails;
  private final int shards;

  BrowseFeeds(Pool pool, Trails trails, @ConfigProperty(name = "perennial.shards") int shards) {
    this.pool = pool;
    this.trails = trails;
    this.shards = shards;
  }

  @Override
  public List<Feed<?>> open() {
    return List.of(
        new Feed<>(
            "purchases",
            "trail",
            new Cursor(shards),
            cursor -> trails.since(pool, cursor),
            change -> change.profile().workspace(),
            TrailChange::number,
            (shop, change) -> shop.browsing().put(change.profile().id(), change.trail())));
  }
}
