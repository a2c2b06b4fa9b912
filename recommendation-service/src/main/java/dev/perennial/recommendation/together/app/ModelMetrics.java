package dev.perennial.recommendation.together.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How models of what is bought together come about, as figures over all workspaces. */
@ApplicationScoped
class ModelMetrics {

  private record Made(Instant at, long pairs) {}

  private final Map<String, Made> made = new ConcurrentHashMap<>();
  private final Clock clock;
  private final Timer rebuilds;

  ModelMetrics(MeterRegistry registry, Clock clock) {
    this.clock = clock;
    this.rebuilds =
        Timer.builder("perennial.recommendation.model.rebuild")
            .description("Making a model of what is bought together in a workspace")
            .register(registry);
    Gauge.builder("perennial.recommendation.model.pairs", this::pairs)
        .description("Directed pairs that the models keep; memory grows with them")
        .register(registry);
    Gauge.builder("perennial.recommendation.model.age", this::ageSeconds)
        .description("Since the oldest of the models was made; it stays while no order comes")
        .baseUnit("seconds")
        .register(registry);
  }

  void rebuilt(String workspace, Duration took, long pairs) {
    rebuilds.record(took);
    made.put(workspace, new Made(clock.instant(), pairs));
  }

  private double pairs() {
    return made.values().stream().mapToLong(Made::pairs).sum();
  }

  private double ageSeconds() {
    return made.values().stream()
        .map(one -> Duration.between(one.at, clock.instant()).toMillis() / 1000.0)
        .max(Double::compare)
        .orElse(Double.NaN);
  }
}
