package dev.perennial.recommendation.serving.api;

import dev.perennial.contracts.recommendation.v1.Evidence;
import dev.perennial.contracts.recommendation.v1.Explanation;
import dev.perennial.contracts.recommendation.v1.Recommendation;
import dev.perennial.recommendation.serving.app.OrdersBehind.Pair;
import java.util.List;
import java.util.Map;

/** Puts the orders behind what is bought together into answers. */
final class OrderIds {

  private OrderIds() {}

  static Recommendation into(Recommendation answer, Map<Pair, List<String>> orders) {
    var named = answer.toBuilder();
    for (var item : named.getItemsBuilderList()) {
      if (item.getReason().hasBoughtTogether()) {
        put(item.getProductId(), item.getReasonBuilder().getBoughtTogetherBuilder(), orders);
      }
    }
    return named.build();
  }

  static Explanation into(Explanation answer, Map<Pair, List<String>> orders) {
    var named = answer.toBuilder();
    for (var link : named.getLinksBuilderList()) {
      if (link.getReason().hasBoughtTogether()) {
        put(answer.getProductId(), link.getReasonBuilder().getBoughtTogetherBuilder(), orders);
      }
    }
    return named.build();
  }

  private static void put(String item, Evidence.Builder evidence, Map<Pair, List<String>> orders) {
    var pair = new Pair(evidence.getSeedProductId(), item);
    evidence.addAllOrderIds(orders.getOrDefault(pair, List.of()));
  }
}
