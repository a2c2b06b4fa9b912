package dev.perennial.recommendation.order.app;

import dev.perennial.recommendation.order.store.BasketChange;
import dev.perennial.recommendation.order.store.DepartedProfiles;
import dev.perennial.recommendation.order.store.DepartedProfiles.Departure;
import dev.perennial.recommendation.order.store.Purchases;
import dev.perennial.recommendation.shop.app.Feed;
import dev.perennial.recommendation.shop.app.Feeds;
import dev.perennial.recommendation.shop.domain.Shop;
import dev.perennial.recommendation.shop.store.Cursor;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The baskets, and who went. */
@ApplicationScoped
public class OrderFeeds implements Feeds {

  private final Pool pool;
  private final Purchases purchases;
  private final DepartedProfiles departed;
  private final int shards;

  OrderFeeds(
      Pool pool,
      Purchases purchases,
      DepartedProfiles departed,
      @ConfigProperty(name = "perennial.shards") int shards) {
    this.pool = pool;
    this.purchases = purchases;
    this.departed = departed;
    this.shards = shards;
  }

  @Override
  public List<Feed<?>> open() {
    // Departures after baskets: a basket that was read can only have gone since.
    return List.of(
        new Feed<>(
            "purchases",
            "purchase",
            new Cursor(shards),
            cursor -> purchases.since(pool, cursor),
            change -> change.profile().workspace(),
            BasketChange::number,
            OrderFeeds::put),
        new Feed<>(
            "purchases",
            "departed_profile",
            new Cursor(shards),
            cursor -> departed.since(pool, cursor),
            departure -> departure.profile().workspace(),
            Departure::number,
            OrderFeeds::forget));
  }

  private static void forget(Shop shop, Departure departure) {
    UUID profile = departure.profile().id();
    shop.forget(profile);
    departure.into().ifPresent(winner -> shop.merges().put(profile, winner));
  }

  private static void put(Shop shop, BasketChange change) {
    shop.baskets()
        .put(change.profile().id(), change.basketId(), change.occurredAt(), change.products());
  }
}
