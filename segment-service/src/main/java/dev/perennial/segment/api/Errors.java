package dev.perennial.segment.api;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.Status;
import dev.perennial.segment.domain.InvalidDefinition;
import dev.perennial.segment.domain.MembersStillLeaving;
import dev.perennial.segment.domain.NoSuchSegment;
import io.grpc.protobuf.StatusProto;

/** Refusals as gRPC has them. */
final class Errors {

  private Errors() {}

  static Throwable of(Throwable failure) {
    return switch (failure) {
      case InvalidDefinition invalid -> invalid(invalid);
      case NoSuchSegment none ->
          io.grpc.Status.NOT_FOUND.withDescription(none.getMessage()).asRuntimeException();
      case MembersStillLeaving leaving ->
          io.grpc.Status.FAILED_PRECONDITION
              .withDescription(leaving.getMessage())
              .asRuntimeException();
      default -> failure;
    };
  }

  private static Throwable invalid(InvalidDefinition invalid) {
    var violation =
        BadRequest.FieldViolation.newBuilder()
            .setField(invalid.pointer())
            .setDescription(invalid.reason());
    return StatusProto.toStatusRuntimeException(
        Status.newBuilder()
            .setCode(Code.INVALID_ARGUMENT_VALUE)
            .setMessage(invalid.pointer() + " " + invalid.reason())
            .addDetails(Any.pack(BadRequest.newBuilder().addFieldViolations(violation).build()))
            .build());
  }
}
