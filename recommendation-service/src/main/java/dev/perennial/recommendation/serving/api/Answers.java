package dev.perennial.recommendation.serving.api;

import dev.perennial.contracts.recommendation.v1.Item;
import dev.perennial.contracts.recommendation.v1.ListTopPairsResponse;
import dev.perennial.contracts.recommendation.v1.Pair;
import dev.perennial.contracts.recommendation.v1.ProductCard;
import dev.perennial.contracts.recommendation.v1.Recommendation;
import dev.perennial.recommendation.catalog.domain.CatalogEntry;
import dev.perennial.recommendation.serving.domain.RecommendationId;
import dev.perennial.recommendation.serving.domain.Served;
import dev.perennial.recommendation.serving.domain.Suggestion;
import dev.perennial.recommendation.together.domain.TopPairs;

/** What was found, in the words of the contract. */
final class Answers {

  private Answers() {}

  static Recommendation recommendation(Served served) {
    var answer =
        Recommendation.newBuilder()
            .setOrders(served.recommendation().orders())
            .setRecommendationId(served.id().toString());
    served.arm().ifPresent(arm -> answer.setPlacement(arm.placement()).setVariant(arm.variant()));
    var items = served.recommendation().items();
    for (int i = 0; i < items.size(); i++) {
      answer.addItems(item(items.get(i), served.ofItem(i)));
    }
    return answer.build();
  }

  static ListTopPairsResponse topPairs(TopPairs.Ranking ranking) {
    var answer = ListTopPairsResponse.newBuilder().setOrders(ranking.orders());
    ranking.pairs().forEach(pair -> answer.addPairs(pair(pair)));
    return answer.build();
  }

  private static Item item(Suggestion suggestion, RecommendationId id) {
    var item =
        Item.newBuilder()
            .setProductId(suggestion.product())
            .setName(suggestion.name())
            .setScore(suggestion.score())
            .setRecommendationId(id.text())
            .setStrategy(suggestion.strategy().orElse(""));
    suggestion.entry().ifPresent(entry -> item.setProduct(card(entry)));
    suggestion.evidence().map(Reasons::reason).ifPresent(item::setReason);
    return item.build();
  }

  private static ProductCard card(CatalogEntry entry) {
    var card =
        ProductCard.newBuilder()
            .setCurrency(entry.currency())
            .setBrand(entry.brand())
            .addAllCategories(entry.categories())
            .setUrl(entry.url())
            .setImageUrl(entry.imageUrl());
    entry.priceMicros().ifPresent(card::setPriceMicros);
    entry.stock().ifPresent(card::setStock);
    return card.build();
  }

  private static Pair pair(TopPairs.Pair pair) {
    var counts = pair.counts();
    return Pair.newBuilder()
        .setProductId(counts.seed())
        .setName(pair.seedName())
        .setOtherProductId(counts.item())
        .setOtherName(pair.itemName())
        .setPairOrders(counts.pairOrders())
        .setSupport(counts.support())
        .setConfidence(counts.confidence())
        .setLift(counts.lift())
        .build();
  }
}
