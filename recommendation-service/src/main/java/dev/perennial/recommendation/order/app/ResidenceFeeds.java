package dev.perennial.recommendation.order.app;

import dev.perennial.recommendation.order.store.Residence;
import dev.perennial.recommendation.order.store.Residences;
import dev.perennial.recommendation.shop.app.Feed;
import dev.perennial.recommendation.shop.app.Feeds;
import dev.perennial.recommendation.shop.store.Cursor;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where profiles live. Who went is told with the baskets. */
@ApplicationScoped
public class ResidenceFeeds implements Feeds {

  private final Pool pool;
  private final Residences residences;
  private final int shards;

  ResidenceFeeds(
      Pool pool, Residences residences, @ConfigProperty(name = "perennial.shards") int shards) {
    this.pool = pool;
    this.residences = residences;
    this.shards = shards;
  }

  @Override
  public List<Feed<?>> open() {
    return List.of(
        new Feed<>(
            "purchases",
            "residence",
            new Cursor(shards),
            cursor -> residences.since(pool, cursor),
            residence -> residence.profile().workspace(),
            Residence::number,
            (shop, residence) ->
                shop.baskets().locate(residence.profile().id(), residence.country())));
  }
}
