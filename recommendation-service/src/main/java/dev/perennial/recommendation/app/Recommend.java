package dev.perennial.recommendation.app;

import dev.perennial.recommendation.domain.BasketIndex;
import dev.perennial.recommendation.domain.FrequentlyBoughtTogether;
import dev.perennial.recommendation.domain.Guard;
import dev.perennial.recommendation.domain.Recommendation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
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
    return live.read(
        workspace,
        index -> new Recommendation(together(index).with(seeds, excluded, limit), index.orders()));
  }

  /** Products that go with what the profile bought and that it did not buy. */
  public Recommendation forProfile(
      String workspace, UUID profile, Set<String> excluded, int limit) {
    return live.read(
        workspace, index -> forProfile(index, together(index), profile, excluded, limit));
  }

  /** For several profiles at once, all from the same orders. */
  public Map<UUID, Recommendation> forProfiles(
      String workspace, Collection<UUID> profiles, int limit) {
    return live.read(
        workspace,
        index -> {
          var together = together(index);
          var found = new HashMap<UUID, Recommendation>();
          for (var profile : profiles) {
            found.computeIfAbsent(
                profile, one -> forProfile(index, together, one, Set.of(), limit));
          }
          return found;
        });
  }

  private Recommendation forProfile(
      BasketIndex index,
      FrequentlyBoughtTogether together,
      UUID profile,
      Set<String> excluded,
      int limit) {
    var bought = index.boughtBy(profile);
    var never = new HashSet<>(bought);
    never.addAll(excluded);
    var seeds = bought.stream().limit(profileSeeds).toList();
    return new Recommendation(together.with(seeds, never, limit), index.orders());
  }

  private FrequentlyBoughtTogether together(BasketIndex index) {
    return new FrequentlyBoughtTogether(index, guard);
  }
}
