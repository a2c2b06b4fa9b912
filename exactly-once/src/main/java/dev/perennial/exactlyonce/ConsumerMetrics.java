package dev.perennial.exactlyonce;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** The meters of exactly-once; docs/exactly-once.md lists them. */
@Singleton
final class ConsumerMetrics {

  private final MeterRegistry meters;

  @Inject
  ConsumerMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  /** The meters of one consumer. */
  Of of(String consumer) {
    var tags = Tags.of("consumer", consumer);
    return new Of(
        meters.timer("perennial.consumer.units", tags),
        meters.counter("perennial.consumer.records", tags),
        meters.counter("perennial.consumer.published", tags),
        meters.counter("perennial.consumer.fences", tags),
        meters.counter("perennial.consumer.retries", tags),
        meters.counter("perennial.consumer.restarts", tags),
        meters.counter("perennial.consumer.dead", tags),
        meters.counter("perennial.consumer.work.failures", tags));
  }

  /** A figure of one worker, asked for when the metrics are read. */
  void gauge(String name, String consumer, int worker, Supplier<Number> value) {
    Gauge.builder(name, value)
        .tags("consumer", consumer, "worker", Integer.toString(worker))
        .register(meters);
  }

  /**
   * Counters of one consumer.
   *
   * @param units how many, and how long each took
   * @param retries faults of the environment after which a worker claims again
   * @param restarts faults after which a worker starts anew, with other clients
   */
  record Of(
      Timer units,
      Counter records,
      Counter published,
      Counter fences,
      Counter retries,
      Counter restarts,
      Counter dead,
      Counter workFailures) {}
}
