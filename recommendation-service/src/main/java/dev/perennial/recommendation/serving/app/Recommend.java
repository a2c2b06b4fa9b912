package dev.perennial.recommendation.serving.app;

import dev.perennial.recommendation.serving.domain.Arm;
import dev.perennial.recommendation.serving.domain.Ask;
import dev.perennial.recommendation.serving.domain.Explain;
import dev.perennial.recommendation.serving.domain.Explanation;
import dev.perennial.recommendation.serving.domain.Ranking;
import dev.perennial.recommendation.serving.domain.Served;
import dev.perennial.recommendation.shop.app.Shops;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Answers questions from memory, and says why. */
@ApplicationScoped
public class Recommend {

  private final Shops shops;
  private final AnswerIds ids;

  Recommend(Shops shops, AnswerIds ids) {
    this.shops = shops;
    this.ids = ids;
  }

  /**
   * What to show, best first.
   *
   * @param arm the placement and variant that asks, if any
   */
  public Served best(String workspace, Optional<Arm> arm, Ask ask) {
    return new Served(ids.next(), arm, shops.read(workspace, shop -> Ranking.best(shop, ask)));
  }

  public Explanation explain(String workspace, Ask ask, String product) {
    return shops.read(workspace, shop -> new Explain(shop, ask).product(product));
  }
}
