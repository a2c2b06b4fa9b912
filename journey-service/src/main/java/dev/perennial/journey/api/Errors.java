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
import io.grpc.protobuf.StatusProto;
import java.util.List;

/** Failures to statuses. */
final class Errors {

  private Errors() {}

  static Throwable status(Throwable failure) {
    return switch (failure) {
      case InvalidDefinition invalid -> invalid(invalid.problems());
      case NoSuchJourney missing -> status(Code.NOT_FOUND, missing);
      case NeverPublished draft -> status(Code.FAILED_PRECONDITION, draft);
      default -> failure;
    };
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
