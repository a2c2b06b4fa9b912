package dev.perennial.recommendation.popular.app;

import dev.perennial.recommendation.popular.domain.TrendingSearches;
import dev.perennial.recommendation.popular.domain.TrendingSearches.Trend;
import dev.perennial.recommendation.shop.app.Shops;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Finds the searches that trend, from memory. */
@ApplicationScoped
public class ListTrendingSearches {

  private final Shops shops;
  private final Clock clock;

  ListTrendingSearches(Shops shops, Clock clock) {
    this.shops = shops;
    this.clock = clock;
  }

  public List<Trend> strongest(String workspace, int limit) {
    return shops.read(workspace, shop -> TrendingSearches.of(shop, clock.instant(), limit));
  }
}
