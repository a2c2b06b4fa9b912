package dev.perennial.recommendation.serving.api;

import dev.perennial.contracts.recommendation.v1.Reason;
import dev.perennial.recommendation.order.domain.PairCounts;
import dev.perennial.recommendation.serving.domain.Evidence;

/** Evidence in the words of the contract. */
final class Reasons {

  private Reasons() {}

  static Reason reason(Evidence evidence) {
    var reason = Reason.newBuilder();
    switch (evidence) {
      case Evidence.BoughtTogether(var counts, var seedName) ->
          reason.setBoughtTogether(boughtTogether(counts, seedName));
      case Evidence.BoughtBefore before ->
          reason.setBoughtBefore(PersonReasons.boughtBefore(before));
      case Evidence.BoughtByAlike alike ->
          reason.setBoughtByAlike(PersonReasons.boughtByAlike(alike));
      case Evidence.RunsOut runsOut -> reason.setRunsOut(PersonReasons.runsOut(runsOut));
      case Evidence.BestSeller seller -> reason.setBestSeller(PersonReasons.bestSeller(seller));
      case Evidence.NextClick next -> reason.setNextClick(BrowseReasons.nextClick(next));
      case Evidence.LookedAt seen -> reason.setLookedAt(BrowseReasons.lookedAt(seen));
      case Evidence.Similar similar -> reason.setSimilarity(BrowseReasons.similarity(similar));
      case Evidence.Contrast contrast -> reason.setContrast(BrowseReasons.contrast(contrast));
      case Evidence.Trend trend -> reason.setTrend(BrowseReasons.trend(trend));
      case Evidence.NewArrival arrival -> reason.setNewArrival(ContentReasons.newArrival(arrival));
      case Evidence.SameBrand same -> reason.setSameBrand(ContentReasons.sameBrand(same));
      case Evidence.PriceDropped drop -> reason.setPriceDropped(NewsReasons.priceDropped(drop));
      case Evidence.BackInStock back -> reason.setBackInStock(NewsReasons.backInStock(back));
    }
    return reason.build();
  }

  private static dev.perennial.contracts.recommendation.v1.Evidence boughtTogether(
      PairCounts counts, String seedName) {
    return dev.perennial.contracts.recommendation.v1.Evidence.newBuilder()
        .setSeedProductId(counts.seed())
        .setSeedName(seedName)
        .setPairOrders(counts.pairOrders())
        .setSeedOrders(counts.seedOrders())
        .setItemOrders(counts.itemOrders())
        .setOrders(counts.orders())
        .setSupport(counts.support())
        .setConfidence(counts.confidence())
        .setLift(counts.lift())
        .setLiftAtLeast(counts.liftAtLeast())
        .setLiftAtMost(counts.liftAtMost())
        .build();
  }
}
