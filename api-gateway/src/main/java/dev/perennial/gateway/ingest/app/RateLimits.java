package dev.perennial.gateway.ingest.app;

import dev.perennial.gateway.domain.TokenBucket;
import dev.perennial.gateway.workspace.domain.Access;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A bucket for each workspace that has a limit; each replica of the gateway has its own. */
@ApplicationScoped
class RateLimits {

  private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();

  /** Fails with {@link RateLimitedException}. */
  void take(Access access, int events) {
    int perSecond = access.limits().eventsPerSecond();
    if (perSecond == 0) {
      return;
    }
    long now = System.nanoTime();
    TokenBucket bucket =
        buckets.compute(
            access.workspace(),
            (key, known) ->
                known != null && known.perSecond() == perSecond
                    ? known
                    : new TokenBucket(perSecond, now));
    int wait = bucket.take(events, now);
    if (wait > 0) {
      throw new RateLimitedException(wait);
    }
  }
}
