package dev.perennial.channel.api;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.Status;
import dev.perennial.channel.domain.InvalidDefinitionException;
import dev.perennial.channel.domain.Violation;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.UUID;

/** How this service's refusals look on the wire. */
public final class GrpcErrors {

  private GrpcErrors() {}

  /** An invalid definition as INVALID_ARGUMENT with the fields; anything else as it is. */
  public static Throwable of(Throwable failure) {
    return failure instanceof InvalidDefinitionException invalid
        ? invalidArgument(invalid.violations())
        : failure;
  }

  public static StatusRuntimeException notFound(String what) {
    return io.grpc.Status.NOT_FOUND.withDescription(what).asRuntimeException();
  }

  /** Reads an id that a caller gave. */
  public static UUID uuid(String value, String field) {
    try {
      return UUID.fromString(value);
    } catch (IllegalArgumentException notOne) {
      throw invalidArgument(List.of(new Violation(field, "must be a UUID")));
    }
  }

  private static StatusRuntimeException invalidArgument(List<Violation> violations) {
    var details = BadRequest.newBuilder();
    for (var violation : violations) {
      details
          .addFieldViolationsBuilder()
          .setField(violation.field())
          .setDescription(violation.description());
    }
    return StatusProto.toStatusRuntimeException(
        Status.newBuilder()
            .setCode(Code.INVALID_ARGUMENT_VALUE)
            .setMessage("invalid definition")
            .addDetails(Any.pack(details.build()))
            .build());
  }
}
