package dev.perennial.gateway.management.api;

import dev.perennial.contracts.recommendation.v1.Evidence;
import dev.perennial.contracts.recommendation.v1.Item;
import dev.perennial.contracts.recommendation.v1.ListTopPairsResponse;
import dev.perennial.contracts.recommendation.v1.Pair;
import dev.perennial.contracts.recommendation.v1.Recommendation;
import java.util.List;

/** Recommendations in JSON, each with its evidence. */
final class RecommendationJson {

  record EvidenceView(
      String seedProductId,
      String seedName,
      long pairOrders,
      long seedOrders,
      long itemOrders,
      long orders,
      double support,
      double confidence,
      double lift) {

    static EvidenceView of(Evidence evidence) {
      return new EvidenceView(
          evidence.getSeedProductId(),
          evidence.getSeedName(),
          evidence.getPairOrders(),
          evidence.getSeedOrders(),
          evidence.getItemOrders(),
          evidence.getOrders(),
          evidence.getSupport(),
          evidence.getConfidence(),
          evidence.getLift());
    }
  }

  record ItemView(String productId, String name, double score, EvidenceView evidence) {

    static ItemView of(Item item) {
      return new ItemView(
          item.getProductId(),
          item.getName(),
          item.getScore(),
          EvidenceView.of(item.getEvidence()));
    }
  }

  record View(List<ItemView> items, long orders) {

    static View of(Recommendation recommendation) {
      return new View(
          recommendation.getItemsList().stream().map(ItemView::of).toList(),
          recommendation.getOrders());
    }
  }

  record PairView(
      String productId,
      String name,
      String otherProductId,
      String otherName,
      long pairOrders,
      double support,
      double confidence,
      double lift) {

    static PairView of(Pair pair) {
      return new PairView(
          pair.getProductId(),
          pair.getName(),
          pair.getOtherProductId(),
          pair.getOtherName(),
          pair.getPairOrders(),
          pair.getSupport(),
          pair.getConfidence(),
          pair.getLift());
    }
  }

  record Pairs(List<PairView> pairs, long orders) {

    static Pairs of(ListTopPairsResponse response) {
      return new Pairs(
          response.getPairsList().stream().map(PairView::of).toList(), response.getOrders());
    }
  }

  private RecommendationJson() {}
}
