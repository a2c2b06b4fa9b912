package dev.perennial.recommendation.together.app;

import dev.perennial.recommendation.shop.app.Shops;
import dev.perennial.recommendation.together.domain.TopPairs;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds the pairs that most orders hold, from memory. */
@ApplicationScoped
public class ListTopPairs {

  private final Shops shops;

  ListTopPairs(Shops shops) {
    this.shops = shops;
  }

  public TopPairs.Ranking strongest(String workspace, int limit) {
    return shops.read(workspace, shop -> new TopPairs(shop).strongest(limit));
  }
}
