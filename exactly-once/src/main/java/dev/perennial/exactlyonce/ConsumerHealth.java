package dev.perennial.exactlyonce;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * What the consumers are doing. While something they need is away they wait, and the service stays
 * ready: reads still work, and restarting it would not help. It is not ready when the installation
 * is wrong (shards, topics), until a person puts that right.
 */
@Readiness
@Singleton
final class ConsumerHealth implements HealthCheck {

  private final Consumers consumers;

  @Inject
  ConsumerHealth(Consumers consumers) {
    this.consumers = consumers;
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("exactly-once consumers").up();
    for (var status : consumers.statuses()) {
      response.withData(status.name, status.describe());
      if (status.isMisconfigured()) {
        response.down();
      }
    }
    return response.build();
  }
}
