package dev.perennial.recommendation.serving.app;

import dev.perennial.recommendation.serving.app.OrdersBehind.WithOrders;
import dev.perennial.recommendation.serving.domain.Arm;
import dev.perennial.recommendation.serving.domain.Ask;
import dev.perennial.recommendation.serving.domain.Explain;
import dev.perennial.recommendation.serving.domain.Explanation;
import dev.perennial.recommendation.serving.domain.Explanation.Link;
import dev.perennial.recommendation.serving.domain.Ranking;
import dev.perennial.recommendation.serving.domain.Served;
import dev.perennial.recommendation.serving.domain.Suggestion;
import dev.perennial.recommendation.shop.app.Shops;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Answers questions from memory, and says why. */
@ApplicationScoped
public class Recommend {

  private final Shops shops;
  private final AnswerIds ids;
  private final OrdersBehind orders;
  private final AnswerMetrics metrics;

  Recommend(Shops shops, AnswerIds ids, OrdersBehind orders, AnswerMetrics metrics) {
    this.shops = shops;
    this.ids = ids;
    this.orders = orders;
    this.metrics = metrics;
  }

  /**
   * What to show, best first.
   *
   * @param arm the placement and variant that asks, if any
   */
  public Served best(String workspace, Optional<Arm> arm, Ask ask) {
    long began = System.nanoTime();
    var served =
        new Served(ids.next(), arm, shops.read(workspace, shop -> Ranking.best(shop, ask)));
    metrics.answered(ask, served, since(began));
    return served;
  }

  /** The same and the orders behind it, which are looked up. */
  public Uni<WithOrders<Served>> bestWithOrders(String workspace, Optional<Arm> arm, Ask ask) {
    long began = System.nanoTime();
    return orders
        .behind(
            workspace,
            shop -> new Served(ids.next(), arm, Ranking.best(shop, ask)),
            served ->
                served.recommendation().items().stream()
                    .map(Suggestion::evidence)
                    .flatMap(Optional::stream))
        .invoke(found -> metrics.answered(ask, found.answer(), since(began)));
  }

  /** Why a product is, or is not, among the best, and the orders behind that. */
  public Uni<WithOrders<Explanation>> explain(String workspace, Ask ask, String product) {
    return orders.behind(
        workspace,
        shop -> new Explain(shop, ask).product(product),
        explanation -> explanation.links().stream().map(Link::evidence).flatMap(Optional::stream));
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
