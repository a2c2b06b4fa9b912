package dev.perennial.evaluation.basket;

import dev.perennial.evaluation.basket.Protocol.Question;
import dev.perennial.recommendation.person.domain.Rhythms;
import dev.perennial.recommendation.person.domain.Tastes;
import dev.perennial.recommendation.serving.domain.Ask;
import dev.perennial.recommendation.serving.domain.Query;
import dev.perennial.recommendation.serving.domain.Ranking;
import dev.perennial.recommendation.serving.domain.Rules;
import dev.perennial.recommendation.serving.domain.Strategy;
import dev.perennial.recommendation.serving.domain.Suggestion;
import dev.perennial.recommendation.shop.domain.Shop;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A strategy of the service, in a shop that knows the histories, asked at the time of the order.
 */
final class Served implements Predictor {

  private final Shop shop;
  private final Strategy strategy;
  private final Optional<Double> explore;

  /**
   * A strategy.
   *
   * @param explore the dial; empty for the strategy's own
   */
  Served(Shop shop, Strategy strategy, Optional<Double> explore) {
    this.shop = shop;
    this.strategy = strategy;
    this.explore = explore;
  }

  /** What the service has in memory after the histories. */
  static Shop shop(Protocol protocol) {
    return shop(protocol, Tastes.SEED_POWER);
  }

  /** The same with tastes of another power. */
  static Shop shop(Protocol protocol, double seedPower) {
    var shop = new Shop();
    long id = 0;
    for (int customer = 0; customer < protocol.histories().size(); customer++) {
      for (var order : protocol.histories().get(customer)) {
        var products = Arrays.stream(order.products()).mapToObj(protocol.products()::get).toList();
        shop.baskets().put(profile(customer), id++, order.at(), products);
      }
    }
    var ids = IntStream.range(0, shop.products().size()).mapToObj(shop.products()::id).toList();
    var histories = shop.baskets().histories();
    shop.replaceModel(Tastes.class, Tastes.of(histories, ids, seedPower));
    shop.replaceModel(Rhythms.class, Rhythms.of(histories));
    return shop;
  }

  @Override
  public List<String> predict(Question question, int limit) {
    var query =
        new Query(
            List.of(),
            Optional.of(profile(question.customer())),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            explore,
            question.at());
    var ask = new Ask(query, List.of(strategy), Rules.NONE, limit);
    return Ranking.best(shop, ask).items().stream().map(Suggestion::product).toList();
  }

  private static UUID profile(int customer) {
    return new UUID(0, customer);
  }
}
