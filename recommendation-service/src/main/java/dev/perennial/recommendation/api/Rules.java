package dev.perennial.recommendation.api;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What a request must fulfil; the first rule broken is answered with INVALID_ARGUMENT. */
final class Rules {

  static final String FREQUENTLY_BOUGHT_TOGETHER = "frequently-bought-together";
  private static final int MOST = 100;
  private static final int DEFAULT_LIMIT = 10;

  private Rules() {}

  static void workspace(String workspace) {
    if (workspace.isEmpty()) {
      throw invalid("/workspace", "is required");
    }
  }

  static void strategy(String strategy) {
    if (!strategy.equals(FREQUENTLY_BOUGHT_TOGETHER)) {
      throw failed(Code.NOT_FOUND, "no such strategy; there is " + FREQUENTLY_BOUGHT_TOGETHER);
    }
  }

  /** The limit asked for, 10 when none was. */
  static int limit(int asked) {
    // Unsigned: what is too great for an int comes as a negative one.
    if (asked < 0 || asked > MOST) {
      throw invalid("/limit", "must be 1 to 100");
    }
    return asked == 0 ? DEFAULT_LIMIT : asked;
  }

  static void seeds(Collection<String> productIds, String profileId) {
    if (productIds.isEmpty() == profileId.isEmpty()) {
      throw invalid("/product_ids", "either product_ids or profile_id is required, not both");
    }
    if (productIds.size() > MOST) {
      throw invalid("/product_ids", "must be at most 100");
    }
  }

  static UUID profile(String pointer, String profileId) {
    try {
      return UUID.fromString(profileId);
    } catch (IllegalArgumentException _) {
      throw invalid(pointer, "must be a UUID");
    }
  }

  static void profiles(List<String> profileIds) {
    if (profileIds.isEmpty() || profileIds.size() > 500) {
      throw invalid("/profile_ids", "must be 1 to 500");
    }
  }

  static StatusRuntimeException catchingUp() {
    return failed(Code.UNAVAILABLE, "the orders are still being read after a start");
  }

  private static StatusRuntimeException failed(Code code, String message) {
    return StatusProto.toStatusRuntimeException(
        Status.newBuilder().setCode(code.getNumber()).setMessage(message).build());
  }

  private static StatusRuntimeException invalid(String pointer, String description) {
    var violation =
        BadRequest.FieldViolation.newBuilder().setField(pointer).setDescription(description);
    return StatusProto.toStatusRuntimeException(
        Status.newBuilder()
            .setCode(Code.INVALID_ARGUMENT.getNumber())
            .setMessage(pointer + " " + description)
            .addDetails(Any.pack(BadRequest.newBuilder().addFieldViolations(violation).build()))
            .build());
  }
}
