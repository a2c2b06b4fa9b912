package dev.perennial.gateway.api;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;
import static jakarta.ws.rs.core.Response.Status.FORBIDDEN;
import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;
import static jakarta.ws.rs.core.Response.Status.SERVICE_UNAVAILABLE;
import static jakarta.ws.rs.core.Response.Status.UNAUTHORIZED;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.perennial.gateway.domain.ForbiddenException;
import dev.perennial.gateway.domain.InvalidRequestException;
import dev.perennial.gateway.domain.NotFoundException;
import dev.perennial.gateway.domain.UnauthorizedException;
import dev.perennial.gateway.domain.UnavailableException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where what went wrong becomes an answer. */
class Problems {

  private static final int RETRY_AFTER_SECONDS = 2;

  /** What the framework itself refuses: a path, a method, a body. */
  @ServerExceptionMapper
  Response refused(WebApplicationException e) {
    return e.getCause() instanceof JsonProcessingException broken
        ? malformed(broken)
        : Problem.of(e.getResponse().getStatusInfo().toEnum(), null).toResponse();
  }

  @ServerExceptionMapper
  Response mismatched(MismatchedInputException e) {
    String pointer =
        e.getPath().stream()
            .map(at -> "/" + (at.getFieldName() == null ? at.getIndex() : escaped(at)))
            .collect(Collectors.joining());
    String detail =
        switch (e) {
          case UnrecognizedPropertyException unknown -> "is not known; there are " + known(unknown);
          case InvalidNullException _ -> "must not be null";
          default -> "is not of the right type";
        };
    return invalid(new InvalidRequestException(pointer, detail));
  }

  /** As JSON pointers have it (RFC 6901). */
  private static String escaped(JsonMappingException.Reference field) {
    return field.getFieldName().replace("~", "~0").replace("/", "~1");
  }

  private static String known(UnrecognizedPropertyException unknown) {
    return unknown.getKnownPropertyIds().stream()
        .map(String::valueOf)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static Response malformed(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    return Problem.of(
            BAD_REQUEST,
            at == null
                ? "the body is not valid JSON"
                : "the body is not valid JSON at line %d, column %d"
                    .formatted(at.getLineNr(), at.getColumnNr()))
        .toResponse();
  }

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
