package dev.perennial.recommendation.together.app;

import dev.perennial.recommendation.shop.app.Shops;
import dev.perennial.recommendation.together.domain.TogetherModel;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What the models of what is bought together hold, as a figure over all workspaces. */
@ApplicationScoped
public class PairMetrics {

  private final MeterRegistry registry;
  private final Shops shops;

  PairMetrics(MeterRegistry registry, Shops shops) {
    this.registry = registry;
    this.shops = shops;
  }

  void onStart(@Observes StartupEvent event) {
    Gauge.builder("perennial.recommendation.model.pairs", this::pairs)
        .description("Directed pairs that the models keep; memory grows with them")
        .register(registry);
  }

  private long pairs() {
    return shops.total(
        shop -> shop.model(TogetherModel.class).map(TogetherModel::pairs).orElse(0L));
  }
}
