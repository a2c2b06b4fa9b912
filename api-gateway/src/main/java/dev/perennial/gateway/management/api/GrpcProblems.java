package dev.perennial.gateway.management.api;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import dev.perennial.gateway.api.Problem;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What a service refuses, as HTTP has it. */
class GrpcProblems {

  /** The name of a field that the path holds: what is wrong with it is not found. */
  static final String IN_PATH = "{path}";

  private static final int RETRY_AFTER_SECONDS = 2;
  private static final Set<String> BESIDE_A_DEFINITION = Set.of("/key", "/name");
  private static final Pattern SNAKE = Pattern.compile("_([a-z])");

  /** A refusal whose fields the request calls otherwise. */
  static final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final StatusRuntimeException refusal;
    private final transient UnaryOperator<String> naming;

    private Refused(StatusRuntimeException refusal, UnaryOperator<String> naming) {
      super(refusal);
      this.refusal = refusal;
      this.naming = naming;
    }
  }

  /** The body's field "definition" is what the service points into. */
  static <T> Uni<T> pointIntoDefinition(Uni<T> call) {
    return naming(call, field -> pointer(field, "/definition"));
  }

  /**
   * For a request whose fields have names of their own.
   *
   * @param naming from the field that the service names to that of the request
   */
  static <T> Uni<T> naming(Uni<T> call, UnaryOperator<String> naming) {
    return call.onFailure(StatusRuntimeException.class)
        .transform(failure -> new Refused(failure, naming));
  }

  @ServerExceptionMapper
  Response refused(Refused e) {
    return problem(e.refusal, e.naming);
  }

  @ServerExceptionMapper
  Response refused(StatusRuntimeException e) {
    return problem(e, field -> pointer(field, ""));
  }

  private static Response problem(StatusRuntimeException e, UnaryOperator<String> naming) {
    String detail = e.getStatus().getDescription();
    return switch (e.getStatus().getCode()) {
      case INVALID_ARGUMENT, OUT_OF_RANGE, NOT_FOUND -> wrong(e, naming);
      case FAILED_PRECONDITION, ALREADY_EXISTS, ABORTED ->
          Problem.of(Response.Status.CONFLICT, detail).toResponse();
      case DEADLINE_EXCEEDED ->
          Problem.of(Response.Status.GATEWAY_TIMEOUT, "a service did not answer in time")
              .toResponse();
      case UNAVAILABLE, RESOURCE_EXHAUSTED ->
          Problem.of(Response.Status.SERVICE_UNAVAILABLE, "a service is away for now")
              .toResponse(RETRY_AFTER_SECONDS);
      case UNIMPLEMENTED -> Problem.of(Response.Status.NOT_IMPLEMENTED, null).toResponse();
      default -> Problem.of(Response.Status.BAD_GATEWAY, "a service failed").toResponse();
    };
  }

  /** What a field of the body names and is not there is the body's mistake, not the path's. */
  private static Response wrong(StatusRuntimeException e, UnaryOperator<String> naming) {
    var errors = fields(e, naming);
    String detail = e.getStatus().getDescription();
    for (var error : errors) {
      if (error.pointer().equals(IN_PATH)) {
        return Problem.of(Response.Status.NOT_FOUND, error.detail()).toResponse();
      }
    }
    if (errors.isEmpty() && e.getStatus().getCode() == Status.Code.NOT_FOUND) {
      return Problem.of(Response.Status.NOT_FOUND, detail).toResponse();
    }
    return errors.isEmpty()
        ? Problem.ofFields(null, List.of(new Problem.FieldError("", String.valueOf(detail))))
            .toResponse()
        : Problem.ofFields(null, errors).toResponse();
  }

  private static List<Problem.FieldError> fields(
      StatusRuntimeException e, UnaryOperator<String> naming) {
    var errors = new ArrayList<Problem.FieldError>();
    com.google.rpc.Status status = StatusProto.fromThrowable(e);
    if (status != null) {
      for (Any any : status.getDetailsList()) {
        violations(any)
            .forEach(v ->
                errors.add(new Problem.FieldError(naming.apply(v.getField()), v.getDescription())));
      }
    }
    return errors;
  }

  private static List<BadRequest.FieldViolation> violations(Any any) {
    try {
      return any.is(BadRequest.class)
          ? any.unpack(BadRequest.class).getFieldViolationsList()
          : List.of();
    } catch (InvalidProtocolBufferException _) {
      return List.of();
    }
  }

  /** A field of the request's own has its JSON name; what lies in a definition stays as it is. */
  private static String pointer(String field, String prefix) {
    if (field.lastIndexOf('/') > 0 || field.isEmpty()) {
      return prefix + field;
    }
    String own = field.startsWith("/") ? field : "/" + field;
    return prefix.isEmpty() || BESIDE_A_DEFINITION.contains(own) ? camelCase(own) : prefix + own;
  }

  static String camelCase(String field) {
    return SNAKE.matcher(field).replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT));
  }
}
