package dev.perennial.journey.api;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.Code;
import com.google.rpc.Status;
import dev.perennial.journey.app.InvalidDefinition;
import dev.perennial.journey.app.NeverPublished;
import dev.perennial.journey.app.NoSuchJourney;
import dev.perennial.journey.domain.Problem;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Failures to statuses: whether it helps to try again, and nothing of what is inside. */
final class Errors {

  private static final Logger LOG = Logger.getLogger(Errors.class);

  private Errors() {}

  static Throwable status(Throwable failure) {
    return switch (failure) {
      case InvalidDefinition invalid -> invalid(invalid.problems());
      case NoSuchJourney missing -> status(Code.NOT_FOUND, missing);
      case NeverPublished draft -> status(Code.FAILED_PRECONDITION, draft);
      case StatusRuntimeException told -> told;
      default -> isOfEnvironment(failure) ? unavailable(failure) : internal(failure);
    };
  }

  /** Hibernate wraps what the driver says. */
  private static boolean isOfEnvironment(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof PgException
          || t instanceof VertxException
          || t instanceof IOException
          || t instanceof TimeoutException) {
        return true;
      }
    }
    return false;
  }

  private static StatusRuntimeException unavailable(Throwable failure) {
    return io.grpc.Status.UNAVAILABLE
        .withDescription("the database is away")
        .withCause(failure)
        .asRuntimeException();
  }

  private static StatusRuntimeException internal(Throwable failure) {
    LOG.error("a call failed", failure);
    return io.grpc.Status.INTERNAL.withCause(failure).asRuntimeException();
  }

  static RuntimeException invalid(List<Problem> problems) {
    var violations = BadRequest.newBuilder();
    for (var problem : problems) {
      violations.addFieldViolations(
          FieldViolation.newBuilder()
              .setField(problem.pointer())
              .setDescription(problem.description()));
    }
    return StatusProto.toStatusRuntimeException(
        Status.newBuilder()
            .setCode(Code.INVALID_ARGUMENT_VALUE)
            .setMessage(problems.getFirst().pointer() + " " + problems.getFirst().description())
            .addDetails(Any.pack(violations.build()))
            .build());
  }

  private static RuntimeException status(Code code, Throwable failure) {
    return StatusProto.toStatusRuntimeException(
        Status.newBuilder()
            .setCode(code.getNumber())
            .setMessage(String.valueOf(failure.getMessage()))
            .build());
  }
}
