package dev.perennial.recommendation.serving.api;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.Status;
import dev.perennial.recommendation.serving.domain.InvalidRequest;
import dev.perennial.recommendation.serving.domain.NoSuchPlacement;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.SortedSet;

/** What a caller is told when there is no answer. */
final class Refusals {

  private Refusals() {}

  static Throwable of(Throwable failure) {
    return switch (failure) {
      case RuntimeException known -> of(known);
      default -> failure;
    };
  }

  /** As it is when it is nothing that a caller can know. */
  static RuntimeException of(RuntimeException failure) {
    return switch (failure) {
      case InvalidRequest invalid -> invalid(invalid.pointer(), invalid.reason());
      case NoSuchPlacement none -> failed(Code.NOT_FOUND, String.valueOf(none.getMessage()));
      default -> failure;
    };
  }

  static StatusRuntimeException noSuchStrategy(SortedSet<String> known) {
    return failed(Code.NOT_FOUND, "no such strategy; there are " + String.join(", ", known));
  }

  static StatusRuntimeException catchingUp() {
    return failed(Code.UNAVAILABLE, "the orders are still being read after a start");
  }

  static StatusRuntimeException invalid(String pointer, String description) {
    var violation =
        BadRequest.FieldViolation.newBuilder().setField(pointer).setDescription(description);
    return StatusProto.toStatusRuntimeException(
        Status.newBuilder()
            .setCode(Code.INVALID_ARGUMENT.getNumber())
            .setMessage(pointer + " " + description)
            .addDetails(Any.pack(BadRequest.newBuilder().addFieldViolations(violation).build()))
            .build());
  }

  private static StatusRuntimeException failed(Code code, String message) {
    return StatusProto.toStatusRuntimeException(
        Status.newBuilder().setCode(code.getNumber()).setMessage(message).build());
  }
}
