package dev.perennial.profile.api;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** What callers are told of failures: whether to try again, and nothing of what is inside. */
final class Faults {

  private Faults() {}

  static StatusRuntimeException notFound() {
    return Status.NOT_FOUND.withDescription("no such profile").asRuntimeException();
  }

  static <T> Uni<T> told(Uni<T> answer) {
    return answer.onFailure().transform(Faults::of);
  }

  static Throwable of(Throwable failure) {
    return switch (failure) {
      case StatusRuntimeException status -> status;
      case PgException e -> away(e);
      case VertxException e -> away(e);
      case IOException e -> away(e);
      case TimeoutException e -> away(e);
      default -> Status.INTERNAL.withCause(failure).asRuntimeException();
    };
  }

  private static StatusRuntimeException away(Throwable cause) {
    return Status.UNAVAILABLE
        .withDescription("the database is away")
        .withCause(cause)
        .asRuntimeException();
  }
}
