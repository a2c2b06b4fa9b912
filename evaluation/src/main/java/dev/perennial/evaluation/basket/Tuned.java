package dev.perennial.evaluation.basket;

import dev.perennial.evaluation.Progress;

/** The settings that a search ends with, of each method that has any. */
record Tuned(
    TifuKnn.Settings tifu, UserPopularity.Settings userPopularity, Tuning.OfNextBest nextBest) {

  static Tuned on(Protocol protocol, Progress progress) {
    var tuning = new Tuning(protocol, progress);
    return new Tuned(tuning.tifu(), tuning.userPopularity(), tuning.nextBest());
  }

  boolean isAsByDefault() {
    return nextBest.equals(Tuning.OfNextBest.DEFAULT);
  }

  String words() {
    return "TIFU-KNN %d orders a group, decay %s within and %s from group to group, %d neighbours, own part %s; UP-CF the last %d orders, locality %s, asymmetry %s; %s"
        .formatted(
            tifu.group(),
            tifu.withinDecay(),
            tifu.groupDecay(),
            tifu.neighbours(),
            tifu.own(),
            userPopularity.orders(),
            userPopularity.locality(),
            userPopularity.asymmetry(),
            nextBest.words());
  }
}
