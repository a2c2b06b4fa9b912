package dev.perennial.recommendation.api;

import dev.perennial.contracts.recommendation.v1.Evidence;
import dev.perennial.contracts.recommendation.v1.Item;
import dev.perennial.contracts.recommendation.v1.ListTopPairsResponse;
import dev.perennial.contracts.recommendation.v1.Pair;
import dev.perennial.contracts.recommendation.v1.Recommendation;
import dev.perennial.recommendation.domain.Suggestion;
import dev.perennial.recommendation.domain.TopPairs;

/** What was found, in the words of the contract. */
final class Answers {

  private Answers() {}

  static Recommendation recommendation(
      dev.perennial.recommendation.domain.Recommendation recommendation) {
    var answer = Recommendation.newBuilder().setOrders(recommendation.orders());
    recommendation.items().forEach(suggestion -> answer.addItems(item(suggestion)));
    return answer.build();
  }

  static ListTopPairsResponse topPairs(TopPairs.Ranking ranking) {
    var answer = ListTopPairsResponse.newBuilder().setOrders(ranking.orders());
    ranking.pairs().forEach(pair -> answer.addPairs(pair(pair)));
    return answer.build();
  }

  private static Item item(Suggestion suggestion) {
    var evidence = suggestion.evidence();
    return Item.newBuilder()
        .setProductId(suggestion.product())
        .setName(suggestion.name())
        .setScore(suggestion.score())
        .setEvidence(
            Evidence.newBuilder()
                .setSeedProductId(evidence.seed())
                .setSeedName(suggestion.seedName())
                .setPairOrders(evidence.pairOrders())
                .setSeedOrders(evidence.seedOrders())
                .setItemOrders(evidence.itemOrders())
                .setOrders(evidence.orders())
                .setSupport(evidence.support())
                .setConfidence(evidence.confidence())
                .setLift(evidence.lift()))
        .build();
  }

  private static Pair pair(TopPairs.Pair pair) {
    var evidence = pair.evidence();
    return Pair.newBuilder()
        .setProductId(evidence.seed())
        .setName(pair.seedName())
        .setOtherProductId(evidence.item())
        .setOtherName(pair.itemName())
        .setPairOrders(evidence.pairOrders())
        .setSupport(evidence.support())
        .setConfidence(evidence.confidence())
        .setLift(evidence.lift())
        .build();
  }
}
