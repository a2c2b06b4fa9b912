package dev.perennial.recommendation.shop.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** What the service knows, as figures. */
@ApplicationScoped
public class Metrics {

  private final MeterRegistry registry;
  private final Shops shops;
  private final FollowChanges following;

  Metrics(MeterRegistry registry, Shops shops, FollowChanges following) {
    this.registry = registry;
    this.shops = shops;
    this.following = following;
  }

  void onStart(@Observes StartupEvent event) {
    Gauge.builder(
            "perennial.recommendation.orders", () -> shops.total(shop -> shop.baskets().orders()))
        .description("Orders that hold anything after refunds")
        .register(registry);
    Gauge.builder(
            "perennial.recommendation.order.items",
            () -> shops.total(shop -> shop.baskets().lines()))
        .description("Items of all these orders; memory grows with them")
        .register(registry);
    Gauge.builder(
            "perennial.recommendation.products", () -> shops.total(shop -> shop.products().size()))
        .description("Products ever ordered")
        .register(registry);
    Gauge.builder("perennial.recommendation.fold.age", this::foldAgeSeconds)
        .description("How long ago the orders in memory were last known to be up to date")
        .baseUnit("seconds")
        .register(registry);
  }

  private double foldAgeSeconds() {
    return following
        .age()
        .map(Duration::toMillis)
        .map(millis -> millis / 1000.0)
        .orElse(Double.NaN);
  }
}
