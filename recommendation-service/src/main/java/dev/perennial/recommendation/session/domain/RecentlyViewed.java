package dev.perennial.recommendation.session.domain;

import dev.perennial.recommendation.browse.domain.Hours;
import dev.perennial.recommendation.browse.domain.Viewed;
import dev.perennial.recommendation.serving.domain.Candidates;
import dev.perennial.recommendation.serving.domain.Evidence;
import dev.perennial.recommendation.serving.domain.Needs;
import dev.perennial.recommendation.serving.domain.Query;
import dev.perennial.recommendation.serving.domain.Scores;
import dev.perennial.recommendation.serving.domain.Strategy;
import dev.perennial.recommendation.shop.domain.Shop;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What a person looked at, the last one first. Clicks of the question are not looked at. */
public final class RecentlyViewed implements Strategy {

  public static final String KEY = "recently-viewed";

  /** The score is 1 of what is looked at now, and half of that a day ago. */
  private static final double DAY_MICROS = 86_400_000_000.0;

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public String shows() {
    return "What the person looked at, the last one first";
  }

  @Override
  public Set<Needs> needs() {
    return Set.of(Needs.PROFILE);
  }

  @Override
  public Candidates candidates(Shop shop, Query query) {
    var scores = new Scores();
    var all = viewed(shop, query);
    for (var viewed : all) {
      double days = Math.max(0, Hours.micros(query.now()) - viewed.lastMicros()) / DAY_MICROS;
      scores.add(viewed.product(), 1 / (1 + days));
    }
    return new Candidates(scores, product -> evidence(all, product));
  }

  private static Evidence evidence(Collection<Viewed> all, int product) {
    return all.stream()
        .filter(viewed -> viewed.product() == product)
        .findFirst()
        .map(viewed -> new Evidence.LookedAt(viewed.lastAt(), viewed.times()))
        .orElseThrow();
  }

  private static Collection<Viewed> viewed(Shop shop, Query query) {
    return query.profile().map(shop.browsing()::viewedBy).orElse(List.of());
  }
}
