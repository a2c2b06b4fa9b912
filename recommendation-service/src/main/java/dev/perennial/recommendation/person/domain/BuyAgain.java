package dev.perennial.recommendation.person.domain;

import static java.util.Objects.requireNonNull;

import dev.perennial.recommendation.order.domain.PastOrder;
import dev.perennial.recommendation.person.domain.Rhythms.Rhythm;
import dev.perennial.recommendation.serving.domain.Candidates;
import dev.perennial.recommendation.serving.domain.Evidence;
import dev.perennial.recommendation.serving.domain.Needs;
import dev.perennial.recommendation.serving.domain.Query;
import dev.perennial.recommendation.serving.domain.Scores;
import dev.perennial.recommendation.serving.domain.Strategy;
import dev.perennial.recommendation.shop.domain.Shop;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/** What a person bought and will want again, the most due first; with the time when it is due. */
public final class BuyAgain implements Strategy {

  private record Due(Replenishment replenishment, Rhythm rhythm) {}

  @Override
  public String key() {
    return "buy-again";
  }

  @Override
  public String shows() {
    return "What the person bought and will want again, the most due first";
  }

  @Override
  public Set<Needs> needs() {
    return Set.of(Needs.PROFILE);
  }

  @Override
  public Candidates candidates(Shop shop, Query query) {
    var scores = new Scores();
    var due = new HashMap<Integer, Due>();
    shop.model(Rhythms.class)
        .ifPresent(rhythms ->
            History.times(history(shop, query))
                .forEach((product, times) ->
                    rhythms
                        .of(product)
                        .map(rhythm -> new Due(Replenishment.of(times, rhythm), rhythm))
                        .filter(one -> one.replenishment.score(query.now()) > 0)
                        .ifPresent(one -> {
                          scores.add(product, one.replenishment.score(query.now()));
                          due.put(product, one);
                        })));
    return new Candidates(scores, product -> evidence(requireNonNull(due.get(product))));
  }

  private static Evidence evidence(Due due) {
    var replenishment = due.replenishment;
    return new Evidence.RunsOut(
        replenishment.times(),
        replenishment.lastBought(),
        replenishment.interval(),
        replenishment.dueAt(),
        due.rhythm.buyers(),
        due.rhythm.again());
  }

  private static List<PastOrder> history(Shop shop, Query query) {
    return query.profile().map(shop.baskets()::history).orElse(List.of());
  }
}
