package dev.perennial.recommendation.serving.domain;

import dev.perennial.recommendation.order.domain.PairCounts;
import dev.perennial.recommendation.shop.domain.Shop;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Says of each product what it is told to say.
 *
 * @param never what it does not show, whatever it says
 */
record FixedStrategy(String key, Map<String, Double> scores, Set<String> never)
    implements Strategy {

  FixedStrategy(String key, Map<String, Double> scores) {
    this(key, scores, Set.of());
  }

  @Override
  public Candidates candidates(Shop shop, Query query) {
    var found = new Scores();
    new TreeMap<>(scores).forEach((id, score) -> found.add(shop.products().number(id), score));
    return new Candidates(found, product -> evidence(shop, product));
  }

  @Override
  public List<Filter> filters(Shop shop, Query query) {
    return List.of(new Filter.Excluded(never));
  }

  private Evidence evidence(Shop shop, int product) {
    return new Evidence.BoughtTogether(
        new PairCounts(key, shop.products().id(product), 1, 1, 1, 1), "");
  }
}
