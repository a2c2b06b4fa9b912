package dev.perennial.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is no success (RFC 9457).
 *
 * @param detail what is wrong, without anything of the request's content
 * @param errors the fields that are not right
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String title, int status, @Nullable String detail, List<FieldError> errors) {

  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * One field that is not right.
   *
   * @param pointer JSON pointer into the request's body, or the name of a parameter
   */
  public record FieldError(String pointer, String detail) {}

  public static Problem of(Response.Status status, @Nullable String detail) {
    return new Problem(status.getReasonPhrase(), status.getStatusCode(), detail, List.of());
  }

  public static Problem ofFields(@Nullable String detail, List<FieldError> errors) {
    Response.Status status = Response.Status.BAD_REQUEST;
    return new Problem(status.getReasonPhrase(), status.getStatusCode(), detail, errors);
  }

  public Response toResponse() {
    return builder().build();
  }

  /** For what will pass: says in how many seconds to try again. */
  public Response toResponse(int retryAfterSeconds) {
    return builder().header(HttpHeaders.RETRY_AFTER, retryAfterSeconds).build();
  }

  private Response.ResponseBuilder builder() {
    return Response.status(status).type(MEDIA_TYPE).entity(this);
  }
}
