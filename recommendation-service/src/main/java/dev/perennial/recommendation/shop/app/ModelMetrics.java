package dev.perennial.recommendation.shop.app;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How models of one kind come about, as figures over all workspaces. */
final class ModelMetrics {

  private static final String KIND = "model";

  private final Map<String, Instant> upToDateAt = new ConcurrentHashMap<>();
  private final Clock clock;
  private final Timer rebuilds;
  private final Counter failures;

  ModelMetrics(MeterRegistry registry, Clock clock, String kind) {
    this.clock = clock;
    this.rebuilds =
        Timer.builder("perennial.recommendation.model.rebuild")
            .description("Making a model of a workspace")
            .tag(KIND, kind)
            .register(registry);
    this.failures =
        Counter.builder("perennial.recommendation.model.failures")
            .description("Models that could not be made; each is tried again")
            .tag(KIND, kind)
            .register(registry);
    Gauge.builder("perennial.recommendation.model.age", this::ageSeconds)
        .description("Since every model was last known to hold all that there was")
        .baseUnit("seconds")
        .tag(KIND, kind)
        .register(registry);
  }

  void made(Duration took) {
    rebuilds.record(took);
  }

  /**
   * The model holds all that there was, whether it was made or nothing had changed: a workspace in
   * which nothing happens has no old model.
   */
  void upToDate(String workspace, Instant at) {
    upToDateAt.put(workspace, at);
  }

  void failed() {
    failures.increment();
  }

  private double ageSeconds() {
    return upToDateAt.values().stream()
        .map(at -> Duration.between(at, clock.instant()).toMillis() / 1000.0)
        .max(Double::compare)
        .orElse(Double.NaN);
  }
}
