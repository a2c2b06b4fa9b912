package dev.perennial.evaluation.together;

import dev.perennial.recommendation.serving.domain.Query;
import dev.perennial.recommendation.serving.domain.Strategy;
import dev.perennial.recommendation.shop.domain.Shop;
import dev.perennial.recommendation.together.domain.FrequentlyBoughtTogether;
import dev.perennial.recommendation.together.domain.Guard;
import dev.perennial.recommendation.together.domain.ModelSettings;
import dev.perennial.recommendation.together.domain.TogetherModel;
import dev.perennial.recommendation.together.domain.Workers;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Asks the strategy of the service, with a shop that heard of the orders to learn from. */
final class StrategyScorer implements Scorer {

  private final Strategy strategy =
      new FrequentlyBoughtTogether(Guard.DEFAULT, FrequentlyBoughtTogether.PROFILE_SEEDS);
  private final Shop shop = new Shop();
  private final List<String> products;
  private final int[] numbers;
  private final Instant now;

  private StrategyScorer(Split split, Instant now) {
    this.products = split.products();
    this.now = now;
    for (int i = 0; i < split.train().size(); i++) {
      var codes = Arrays.stream(split.train().get(i)).mapToObj(products::get).toList();
      shop.baskets().put(new UUID(0, i), i, split.invoices().get(i).issuedAt(), codes);
    }
    this.numbers = new int[shop.products().size()];
    IntStream.range(0, products.size())
        .forEach(i -> numbers[shop.products().find(products.get(i))] = i);
  }

  static Scorer of(Split split, Instant now, ModelSettings settings) {
    var scorer = new StrategyScorer(split, now);
    var workers = new Workers(Runtime.getRuntime().availableProcessors());
    var orders = scorer.shop.baskets().snapshot();
    var model = TogetherModel.of(orders, settings, workers);
    scorer.shop.replaceModel(TogetherModel.class, model);
    return scorer;
  }

  @Override
  public void score(int[] seeds, double[] scores) {
    Arrays.fill(scores, NONE);
    var codes = IntStream.of(seeds).mapToObj(products::get).toList();
    strategy
        .candidates(shop, Query.ofProducts(codes, now))
        .scores()
        .forEach((product, score) -> {
          if (score > 0) {
            scores[numbers[product]] = score;
          }
        });
  }
}
