package dev.perennial.recommendation.app;

import dev.perennial.recommendation.domain.BasketIndex;
import dev.perennial.recommendation.domain.FrequentlyBoughtTogether;
import dev.perennial.recommendation.domain.Guard;
import dev.perennial.recommendation.domain.Recommendation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Finds products to show, from memory. */
@ApplicationScoped
public class Recommend {

  private final LiveBaskets live;
  private final Guard guard;
  private final int profileSeeds;

  Recommend(LiveBaskets live, RecommendationConfig config) {
    this.live = live;
    this.guard = new Guard(config.minPairOrders(), config.minChiSquare());
    this.profileSeeds = config.profileSeeds();
  }

  /** Products that go with these. */
  public Recommendation forProducts(
      String workspace, Collection<String> seeds, Set<String> excluded, int limit) {
    return live.read(workspace, index -> forProducts(index, seeds, excluded, limit));
  }

  /** Products that go with what the profile bought and that it did not buy. */
  public Recommendation forProfile(
      String workspace, UUID profile, Set<String> excluded, int limit) {
    return live.read(
        workspace,
        index -> {
          var bought = index.boughtBy(profile);
          var never = new HashSet<>(bought);
          never.addAll(excluded);
          return forProducts(index, bought.stream().limit(profileSeeds).toList(), never, limit);
        });
  }

  private Recommendation forProducts(
      BasketIndex index, Collection<String> seeds, Set<String> excluded, int limit) {
    var together = new FrequentlyBoughtTogether(index, guard);
    return new Recommendation(together.with(seeds, excluded, limit), index.orders());
  }
}
