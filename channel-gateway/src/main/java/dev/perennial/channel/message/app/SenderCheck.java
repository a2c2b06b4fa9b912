package dev.perennial.channel.message.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Whether senders still turn. A provider or a database that is away does not make them dead. */
@Liveness
@ApplicationScoped
class SenderCheck implements HealthCheck {

  /**
   * Longer than the slowest round: a batch that runs into the attempt timeout on every connection.
   */
  private static final Duration DEAD_AFTER = Duration.ofMinutes(20);

  private final SendLoop loop;
  private final Clock clock;

  SenderCheck(SendLoop loop, Clock clock) {
    this.loop = loop;
    this.clock = clock;
  }

  @Override
  public HealthCheckResponse call() {
    var since = Duration.between(loop.turned(), clock.instant());
    return HealthCheckResponse.named("sender")
        .status(since.compareTo(DEAD_AFTER) < 0)
        .withData("secondsSinceRound", since.toSeconds())
        .build();
  }
}
