package dev.perennial.gateway.management.api;

import static jakarta.ws.rs.core.Response.Status.REQUEST_ENTITY_TOO_LARGE;

import dev.perennial.gateway.api.Problem;
import dev.perennial.gateway.workspace.api.KeyRequired;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Bodies that go on by gRPC, whose servers take messages of 4 MiB: what is larger would come back
 * as a fault that passes. The catalog goes by Kafka, a product at a time.
 */
class BodyLimit {

  private static final int MOST_BYTES = 4_000_000;
  private static final String CATALOG = "/api/v1/catalog/";

  @KeyRequired
  @ServerRequestFilter(nonBlocking = true, priority = Priorities.AUTHORIZATION)
  Optional<Response> check(ContainerRequestContext request) {
    return request.getLength() > MOST_BYTES && !request.getUriInfo().getPath().contains(CATALOG)
        ? Optional.of(
            Problem.of(REQUEST_ENTITY_TOO_LARGE, "the body has more than 4,000,000 bytes")
                .toResponse())
        : Optional.empty();
  }
}
