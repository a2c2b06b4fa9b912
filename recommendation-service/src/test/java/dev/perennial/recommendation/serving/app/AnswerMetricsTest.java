package dev.perennial.recommendation.serving.app;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.recommendation.serving.domain.Ask;
import dev.perennial.recommendation.serving.domain.Candidates;
import dev.perennial.recommendation.serving.domain.Query;
import dev.perennial.recommendation.serving.domain.Recommendation;
import dev.perennial.recommendation.serving.domain.RecommendationId;
import dev.perennial.recommendation.serving.domain.Rules;
import dev.perennial.recommendation.serving.domain.Served;
import dev.perennial.recommendation.serving.domain.Strategy;
import dev.perennial.recommendation.serving.domain.Suggestion;
import dev.perennial.recommendation.shop.domain.Shop;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnswerMetricsTest {

  private record Named(String key) implements Strategy {
    @Override
    public Candidates candidates(Shop shop, Query query) {
      return Candidates.NONE;
    }
  }

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final AnswerMetrics metrics = new AnswerMetrics(meters);
  private final Ask ask =
      new Ask(
          Query.ofShop(Instant.EPOCH),
          List.of(new Named("first"), new Named("second")),
          Rules.NONE,
          10);

  @Test
  void itemsAreCountedByWhatServedThemAndItsPlaceInTheChain() {
    answer("", "first", "second", "second");
    assertEquals(1, items("pinned", "0"));
    assertEquals(1, items("first", "1"));
    assertEquals(2, items("second", "2"));
  }

  @Test
  void answersAreTimedByTheStrategyThatWasAsked() {
    answer("second");
    var timer = meters.get("perennial.recommendation.answer").tag("strategy", "first").timer();
    assertEquals(1, timer.count());
    assertEquals(3, timer.totalTime(MILLISECONDS));
  }

  @Test
  void answersWithoutItemsAreCounted() {
    answer("first");
    answer();
    var empty =
        meters.get("perennial.recommendation.answer.empty").tag("strategy", "first").counter();
    assertEquals(1, empty.count());
  }

  /** One item of each of these; "" is a pin. */
  private void answer(String... servedBy) {
    var items = Stream.of(servedBy).map(AnswerMetricsTest::item).toList();
    var id = RecommendationId.ofAnswer(new UUID(0, 0));
    metrics.answered(
        ask, new Served(id, Optional.empty(), new Recommendation(items, 0)), Duration.ofMillis(3));
  }

  private static Suggestion item(String servedBy) {
    var strategy = Optional.of(servedBy).filter(by -> !by.isEmpty());
    return new Suggestion("p", "", Optional.empty(), 1, strategy, Optional.empty());
  }

  private double items(String strategy, String link) {
    return meters
        .get("perennial.recommendation.answer.items")
        .tags("strategy", strategy, "link", link)
        .counter()
        .count();
  }
}
