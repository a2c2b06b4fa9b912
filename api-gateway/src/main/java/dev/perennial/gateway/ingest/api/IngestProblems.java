package dev.perennial.gateway.ingest.api;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;
import static jakarta.ws.rs.core.Response.Status.REQUEST_ENTITY_TOO_LARGE;
import static jakarta.ws.rs.core.Response.Status.TOO_MANY_REQUESTS;

import dev.perennial.gateway.api.Problem;
import dev.perennial.gateway.ingest.app.RateLimitedException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** SDKs drop for good what is answered 4xx, except 429: a passing fault never is. */
class IngestProblems {

  @ServerExceptionMapper
  Response malformed(MalformedJsonException e) {
    return Problem.of(BAD_REQUEST, e.getMessage()).toResponse();
  }

  @ServerExceptionMapper
  Response tooLarge(TooLargeException e) {
    return Problem.of(REQUEST_ENTITY_TOO_LARGE, e.getMessage()).toResponse();
  }

  @ServerExceptionMapper
  Response rateLimited(RateLimitedException e) {
    return Problem.of(TOO_MANY_REQUESTS, e.getMessage()).toResponse(e.retryAfterSeconds());
  }
}
