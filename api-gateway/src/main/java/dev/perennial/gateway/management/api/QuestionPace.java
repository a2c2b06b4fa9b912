package dev.perennial.gateway.management.api;

import static jakarta.ws.rs.core.Response.Status.TOO_MANY_REQUESTS;

import dev.perennial.gateway.api.Problem;
import dev.perennial.gateway.domain.TokenBucket;
import dev.perennial.gateway.workspace.api.Caller;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Holds each workspace to its questions a second, on this replica: who asks in a loop does not take
 * the answers of others.
 */
class QuestionPace {

  /** When it is known who asks. */
  private static final int PRIORITY = Priorities.AUTHORIZATION + 1;

  private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();
  private final Caller caller;
  private final Counter refused;

  QuestionPace(Caller caller, MeterRegistry meters) {
    this.caller = caller;
    this.refused =
        Counter.builder("perennial.gateway.paced")
            .description("Questions refused as their workspace had asked too many in that second")
            .register(meters);
  }

  @Paced
  @ServerRequestFilter(nonBlocking = true, priority = PRIORITY)
  Optional<Response> pace() {
    int perSecond = caller.limits().recommendationsPerSecond();
    int wait = perSecond == 0 ? 0 : bucket(perSecond).take(1, System.nanoTime());
    if (wait == 0) {
      return Optional.empty();
    }
    refused.increment();
    return Optional.of(
        Problem.of(TOO_MANY_REQUESTS, "the workspace's questions per second are used up")
            .toResponse(wait));
  }

  private TokenBucket bucket(int perSecond) {
    return buckets.compute(
        caller.workspace(),
        (_, known) ->
            known != null && known.perSecond() == perSecond
                ? known
                : new TokenBucket(perSecond, System.nanoTime()));
  }
}
