package dev.perennial.gateway.api;

import static jakarta.ws.rs.core.Response.Status.SERVICE_UNAVAILABLE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Turns away what this replica cannot hold: more requests at once than it has room for would end
 * it, and all that it is working on. Who is turned away is told to come again, as SDKs do. Health
 * and metrics always go through.
 */
@ApplicationScoped
class ConcurrencyLimit {

  /** After CORS (300), so that a browser's script may read the answer; before all else. */
  private static final int PRIORITY = 250;

  private static final String RETRY_AFTER_SECONDS = "1";

  private final int most;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final Counter refused;
  private final String problem;

  ConcurrencyLimit(
      @ConfigProperty(name = "perennial.gateway.max-in-flight") int most,
      MeterRegistry registry,
      ObjectMapper json)
      throws JsonProcessingException {
    this.most = most;
    this.problem =
        json.writeValueAsString(
            Problem.of(SERVICE_UNAVAILABLE, "too many requests at once; try again"));
    this.refused =
        Counter.builder("perennial.gateway.refused")
            .description("Requests turned away as too many were under way")
            .register(registry);
    Gauge.builder("perennial.gateway.in.flight", inFlight, AtomicInteger::get)
        .description("Requests under way")
        .register(registry);
  }

  void guard(@Observes Filters filters) {
    filters.register(this::admit, PRIORITY);
  }

  private void admit(RoutingContext request) {
    if (request.normalizedPath().startsWith("/q/")) {
      request.next();
      return;
    }
    int number = inFlight.incrementAndGet();
    request.addEndHandler(_ -> inFlight.decrementAndGet());
    if (number <= most) {
      request.next();
    } else {
      refuse(request);
    }
  }

  private void refuse(RoutingContext request) {
    refused.increment();
    request
        .response()
        .setStatusCode(SERVICE_UNAVAILABLE.getStatusCode())
        .putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .end(problem);
  }
}
