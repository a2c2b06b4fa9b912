package dev.perennial.recommendation.shop.app;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Keeps the models of all kinds up to date for as long as the service runs, each by a thread. */
@ApplicationScoped
public class RemakeModels {

  private static final Duration UNTIL_CAUGHT_UP = Duration.ofMillis(50);

  private final Instance<ModelKind<?>> kinds;
  private final Shops shops;
  private final FollowChanges following;
  private final MeterRegistry registry;
  private final Clock clock;
  private final CountDownLatch stopping = new CountDownLatch(1);

  RemakeModels(
      @Any Instance<ModelKind<?>> kinds,
      Shops shops,
      FollowChanges following,
      MeterRegistry registry,
      Clock clock) {
    this.kinds = kinds;
    this.shops = shops;
    this.following = following;
    this.registry = registry;
    this.clock = clock;
  }

  void onStart(@Observes StartupEvent event) {
    for (ModelKind<?> kind : kinds) {
      var metrics = new ModelMetrics(registry, clock, kind.name());
      var loop = new ModelLoop<>(kind, shops, metrics, clock);
      Thread.ofPlatform().name(kind.name() + "-models").daemon().start(() -> follow(loop));
    }
  }

  void onStop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  private void follow(ModelLoop<?> loop) {
    try {
      Duration pause = UNTIL_CAUGHT_UP;
      while (!stopping.await(pause.toMillis(), MILLISECONDS)) {
        // Models made before that would be made in vain.
        pause = following.hasCaughtUp() ? loop.pass() : UNTIL_CAUGHT_UP;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
