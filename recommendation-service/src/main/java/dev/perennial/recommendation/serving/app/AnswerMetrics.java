package dev.perennial.recommendation.serving.app;

import dev.perennial.recommendation.serving.domain.Ask;
import dev.perennial.recommendation.serving.domain.Served;
import dev.perennial.recommendation.serving.domain.Strategy;
import dev.perennial.recommendation.serving.domain.Suggestion;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is answered, as figures over all workspaces: there are few strategies, but as many
 * workspaces as there are customers.
 */
@ApplicationScoped
public class AnswerMetrics {

  private static final String STRATEGY = "strategy";

  /** In milliseconds: where answers from memory lie, and where a slow one would. */
  private static final Duration[] BUCKETS =
      Stream.of(1, 2, 5, 7, 10, 20, 50, 100, 250, 1000)
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterProvider<Timer> answers;
  private final MeterProvider<Counter> items;
  private final MeterProvider<Counter> empty;

  AnswerMetrics(MeterRegistry registry) {
    this.answers =
        Timer.builder("perennial.recommendation.answer")
            .description("Working out an answer, by the first strategy that was asked")
            .serviceLevelObjectives(BUCKETS)
            .withRegistry(registry);
    this.items =
        Counter.builder("perennial.recommendation.answer.items")
            .description("Items shown, by the strategy that served them and its place in the chain")
            .withRegistry(registry);
    this.empty =
        Counter.builder("perennial.recommendation.answer.empty")
            .description("Answers without items, by the first strategy that was asked")
            .withRegistry(registry);
  }

  void answered(Ask ask, Served served, Duration took) {
    var first = Tags.of(STRATEGY, ask.chain().getFirst().key());
    answers.withTags(first).record(took);
    var shown = served.recommendation().items();
    if (shown.isEmpty()) {
      empty.withTags(first).increment();
    }
    var keys = ask.chain().stream().map(Strategy::key).toList();
    shown.forEach(item -> items.withTags(link(keys, item)).increment());
  }

  /** Links count from 1; pins are before the first. */
  private static Tags link(List<String> chain, Suggestion item) {
    return item.strategy()
        .map(key -> Tags.of(STRATEGY, key, "link", String.valueOf(chain.indexOf(key) + 1)))
        .orElseGet(() -> Tags.of(STRATEGY, "pinned", "link", "0"));
  }
}
