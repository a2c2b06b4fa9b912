package dev.perennial.gateway.api;

import static jakarta.ws.rs.core.Response.Status.FORBIDDEN;
import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;
import static jakarta.ws.rs.core.Response.Status.SERVICE_UNAVAILABLE;
import static jakarta.ws.rs.core.Response.Status.UNAUTHORIZED;

import dev.perennial.gateway.domain.ForbiddenException;
import dev.perennial.gateway.domain.InvalidRequestException;
import dev.perennial.gateway.domain.NotFoundException;
import dev.perennial.gateway.domain.UnauthorizedException;
import dev.perennial.gateway.domain.UnavailableException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where what went wrong becomes an answer. */
class Problems {

  private static final int RETRY_AFTER_SECONDS = 2;

  @ServerExceptionMapper
  Response invalid(InvalidRequestException e) {
    return Problem.ofFields(null, List.of(new Problem.FieldError(e.pointer(), e.detail())))
        .toResponse();
  }

  @ServerExceptionMapper
  Response unauthorized(UnauthorizedException e) {
    return Problem.of(UNAUTHORIZED, e.getMessage()).toResponse();
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException e) {
    return Problem.of(FORBIDDEN, e.getMessage()).toResponse();
  }

  @ServerExceptionMapper
  Response notFound(NotFoundException e) {
    return Problem.of(NOT_FOUND, e.getMessage()).toResponse();
  }

  @ServerExceptionMapper
  Response unavailable(UnavailableException e) {
    return Problem.of(SERVICE_UNAVAILABLE, e.getMessage()).toResponse(RETRY_AFTER_SECONDS);
  }
}
