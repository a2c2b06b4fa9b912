package dev.perennial.recommendation.serving.api;

import dev.perennial.recommendation.serving.app.WarmUp;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once all orders that had been recorded are counted, and the placements known. */
@Readiness
@ApplicationScoped
public class CaughtUp implements HealthCheck {

  private final WarmUp warmUp;

  CaughtUp(WarmUp warmUp) {
    this.warmUp = warmUp;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("orders and placements are in memory")
        .status(warmUp.isDone())
        .build();
  }
}
