package dev.perennial.recommendation.snapshot.app;

import dev.perennial.recommendation.snapshot.store.SnapshotFile.Written;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;

/** What is kept on disk, as figures; NaN while there is nothing to say. */
@ApplicationScoped
class SnapshotMetrics {

  private final MeterRegistry registry;
  private final Snapshots snapshots;
  private final Clock clock;

  SnapshotMetrics(MeterRegistry registry, Snapshots snapshots, Clock clock) {
    this.registry = registry;
    this.snapshots = snapshots;
    this.clock = clock;
  }

  void onStart(@Observes StartupEvent event) {
    Gauge.builder("perennial.recommendation.snapshot.age", this::ageSeconds)
        .description("Since the snapshot on disk was written; it grows while nothing changes")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("perennial.recommendation.snapshot.size", this::bytes)
        .description("Of the snapshot on disk")
        .baseUnit("bytes")
        .register(registry);
    Gauge.builder("perennial.recommendation.start.warm", this::warm)
        .description("1 if the start was from a snapshot, 0 if all was read from the database")
        .register(registry);
  }

  private double ageSeconds() {
    return snapshots
        .written()
        .map(written -> Duration.between(written.at(), clock.instant()).toMillis() / 1000.0)
        .orElse(Double.NaN);
  }

  private double bytes() {
    return snapshots.written().map(Written::bytes).map(Long::doubleValue).orElse(Double.NaN);
  }

  private double warm() {
    return snapshots.isWarm().map(is -> is ? 1.0 : 0.0).orElse(Double.NaN);
  }
}
