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

  /** The same of a question, in which it is a field that names what there is not. */
  static RuntimeException ofQuestion(RuntimeException failure) {
    return failure instanceof NoSuchPlacement none
        ? failed(Code.NOT_FOUND, "/placement", String.valueOf(none.getMessage()))
        : of(failure);
  }

  static StatusRuntimeException noSuchStrategy(String pointer, SortedSet<String> known) {
    return failed(
        Code.NOT_FOUND, pointer, "no such strategy; there are " + String.join(", ", known));
  }

  static StatusRuntimeException catchingUp() {
    return failed(Code.UNAVAILABLE, "what is known is still being read after a start");
  }

  static StatusRuntimeException invalid(String pointer, String description) {
    return StatusProto.toStatusRuntimeException(
        status(Code.INVALID_ARGUMENT, pointer + " " + description)
            .addDetails(field(pointer, description))
            .build());
  }

  private static StatusRuntimeException failed(Code code, String pointer, String message) {
    return StatusProto.toStatusRuntimeException(
        status(code, message).addDetails(field(pointer, message)).build());
  }

  private static StatusRuntimeException failed(Code code, String message) {
    return StatusProto.toStatusRuntimeException(status(code, message).build());
  }

  private static Status.Builder status(Code code, String message) {
    return Status.newBuilder().setCode(code.getNumber()).setMessage(message);
  }

  private static Any field(String pointer, String description) {
    var violation =
        BadRequest.FieldViolation.newBuilder().setField(pointer).setDescription(description);
    return Any.pack(BadRequest.newBuilder().addFieldViolations(violation).build());
  }
}
