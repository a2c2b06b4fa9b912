package dev.perennial.gateway.management.api;

import dev.perennial.contracts.recommendation.v1.ListStrategiesResponse;
import dev.perennial.contracts.recommendation.v1.StrategyDescription;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Strategies in JSON. */
final class StrategyJson {

  @Schema(name = "Strategy")
  record View(
      @Schema(description = "Its name in questions, such as next-best") String strategy,
      @Schema(description = "What it shows") String shows,
      @Schema(
              description =
                  "What it goes by: products, profile or clicks. Any of these is enough; one that"
                      + " goes by nothing answers everyone")
          List<String> goesBy) {

    static View of(StrategyDescription strategy) {
      return new View(
          strategy.getKey(),
          strategy.getShows(),
          strategy.getGoesByList().stream()
              .map(need -> need.name().toLowerCase(Locale.ROOT))
              .toList());
    }
  }

  @Schema(name = "Strategies")
  record Page(List<View> strategies) {

    static Page of(ListStrategiesResponse response) {
      return new Page(response.getStrategiesList().stream().map(View::of).toList());
    }
  }

  private StrategyJson() {}
}
