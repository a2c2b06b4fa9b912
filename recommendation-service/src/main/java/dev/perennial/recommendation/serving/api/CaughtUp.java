package dev.perennial.recommendation.serving.api;

import dev.perennial.recommendation.shop.app.FollowChanges;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once all orders that had been recorded are counted: before that, answers would be wrong.
 */
@Readiness
@ApplicationScoped
public class CaughtUp implements HealthCheck {

  private final FollowChanges following;

  CaughtUp(FollowChanges following) {
    this.following = following;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("orders are in memory")
        .status(following.hasCaughtUp())
        .build();
  }
}
