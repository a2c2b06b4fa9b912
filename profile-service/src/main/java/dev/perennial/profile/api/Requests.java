package dev.perennial.profile.api;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.UUID;

/** Checks what callers ask for. */
final class Requests {

  private Requests() {}

  static String workspace(String value) {
    return required("/workspace", value);
  }

  static String required(String field, String value) {
    if (value.isEmpty()) {
      throw invalid(field, "is missing");
    }
    return value;
  }

  static UUID uuid(String field, String value) {
    try {
      return UUID.fromString(value);
    } catch (IllegalArgumentException e) {
      throw invalid(field, "is no UUID");
    }
  }

  static int limit(String field, int value, int otherwise, int most) {
    if (value < 0 || value > most) {
      throw invalid(field, "is not between 1 and " + most);
    }
    return value == 0 ? otherwise : value;
  }

  /**
   * What to throw for a request that makes no sense.
   *
   * @param field a JSON pointer
   * @param description what is wrong, without the value
   */
  static StatusRuntimeException invalid(String field, String description) {
    var violation =
        BadRequest.FieldViolation.newBuilder().setField(field).setDescription(description);
    return StatusProto.toStatusRuntimeException(
        Status.newBuilder()
            .setCode(Code.INVALID_ARGUMENT_VALUE)
            .setMessage(field + " " + description)
            .addDetails(Any.pack(BadRequest.newBuilder().addFieldViolations(violation).build()))
            .build());
  }
}
