package dev.perennial.recommendation.serving.api;

import dev.perennial.contracts.recommendation.v1.ListStrategiesResponse;
import dev.perennial.contracts.recommendation.v1.StrategyDescription;
import dev.perennial.contracts.recommendation.v1.StrategyNeed;
import dev.perennial.recommendation.serving.domain.Needs;
import dev.perennial.recommendation.serving.domain.Strategy;
import java.util.List;

/** Strategies in the words of the contract. */
final class StrategyAnswers {

  private StrategyAnswers() {}

  static ListStrategiesResponse strategies(List<Strategy> strategies) {
    return ListStrategiesResponse.newBuilder()
        .addAllStrategies(strategies.stream().map(StrategyAnswers::description).toList())
        .build();
  }

  private static StrategyDescription description(Strategy strategy) {
    return StrategyDescription.newBuilder()
        .setKey(strategy.key())
        .setShows(strategy.shows())
        .addAllGoesBy(strategy.needs().stream().sorted().map(StrategyAnswers::need).toList())
        .build();
  }

  private static StrategyNeed need(Needs need) {
    return switch (need) {
      case PRODUCTS -> StrategyNeed.PRODUCTS;
      case PROFILE -> StrategyNeed.PROFILE;
      case CLICKS -> StrategyNeed.CLICKS;
    };
  }
}
