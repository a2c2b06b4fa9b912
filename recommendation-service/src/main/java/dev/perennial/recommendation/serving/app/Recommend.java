package dev.perennial.recommendation.serving.app;

import dev.perennial.recommendation.serving.domain.Ask;
import dev.perennial.recommendation.serving.domain.Explain;
import dev.perennial.recommendation.serving.domain.Explanation;
import dev.perennial.recommendation.serving.domain.Ranking;
import dev.perennial.recommendation.serving.domain.Recommendation;
import dev.perennial.recommendation.shop.app.Shops;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers questions from memory, and says why. */
@ApplicationScoped
public class Recommend {

  private final Shops shops;

  Recommend(Shops shops) {
    this.shops = shops;
  }

  public Recommendation best(String workspace, Ask ask) {
    return shops.read(workspace, shop -> Ranking.best(shop, ask));
  }

  public Explanation explain(String workspace, Ask ask, String product) {
    return shops.read(workspace, shop -> new Explain(shop, ask).product(product));
  }
}
