package dev.perennial.recommendation.person.domain;

import dev.perennial.recommendation.order.domain.PastOrder;
import dev.perennial.recommendation.serving.domain.Evidence;
import dev.perennial.recommendation.serving.domain.Needs;
import dev.perennial.recommendation.serving.domain.Query;
import dev.perennial.recommendation.serving.domain.Scores;
import dev.perennial.recommendation.serving.domain.Strategy;
import dev.perennial.recommendation.shop.domain.Shop;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What a person bought and will want again, the most due first; with the time when it is due. */
public final class BuyAgain implements Strategy {

  @Override
  public String key() {
    return "buy-again";
  }

  @Override
  public Set<Needs> needs() {
    return Set.of(Needs.PROFILE);
  }

  @Override
  public Scores candidates(Shop shop, Query query) {
    var scores = new Scores();
    shop.model(Rhythms.class)
        .ifPresent(rhythms ->
            History.times(history(shop, query))
                .forEach((product, times) ->
                    rhythms
                        .of(product)
                        .map(rhythm -> Replenishment.of(times, rhythm).score(query.now()))
                        .filter(score -> score > 0)
                        .ifPresent(score -> scores.add(product, score))));
    return scores;
  }

  @Override
  public Evidence evidence(Shop shop, Query query, int product) {
    var times =
        history(shop, query).stream()
            .filter(order -> IntStream.of(order.products()).anyMatch(one -> one == product))
            .map(PastOrder::at)
            .toList();
    var rhythm = shop.model(Rhythms.class).flatMap(rhythms -> rhythms.of(product)).orElseThrow();
    var replenishment = Replenishment.of(times, rhythm);
    return new Evidence.RunsOut(
        replenishment.times(),
        replenishment.lastBought(),
        replenishment.interval(),
        replenishment.dueAt(),
        rhythm.buyers(),
        rhythm.again());
  }

  private static List<PastOrder> history(Shop shop, Query query) {
    return query.profile().map(shop.baskets()::history).orElse(List.of());
  }
}
