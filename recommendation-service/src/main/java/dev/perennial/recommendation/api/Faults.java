package dev.perennial.recommendation.api;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.quarkus.grpc.ExceptionHandler;
import io.quarkus.grpc.ExceptionHandlerProvider;
import io.vertx.core.VertxException;
import io.vertx.sqlclient.DatabaseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * What callers are told of failures that nothing else has a word for: whether to try again, and
 * nothing of what is inside. Without it they hear UNKNOWN.
 */
@ApplicationScoped
public class Faults implements ExceptionHandlerProvider {

  private static final Logger LOG = Logger.getLogger(Faults.class);

  /** The class of SQLSTATEs of what the database does not take, such as U+0000. */
  private static final String WRONG_DATA = "22";

  @Override
  public <Q, S> ExceptionHandler<Q, S> createHandler(
      ServerCall.Listener<Q> listener, ServerCall<Q, S> call, Metadata headers) {
    return new Closing<>(listener, call, headers);
  }

  @Override
  public Throwable transform(Throwable failure) {
    return switch (failure) {
      case StatusRuntimeException told -> told;
      case StatusException told -> told;
      case DatabaseException data when data.getSqlState().startsWith(WRONG_DATA) ->
          told(Status.INVALID_ARGUMENT, "holds what cannot be looked for", failure);
      case VertxException _, IOException _, TimeoutException _ ->
          told(Status.UNAVAILABLE, "the database is away", failure);
      case RejectedExecutionException _ ->
          told(Status.RESOURCE_EXHAUSTED, "too much to do for now", failure);
      default -> {
        LOG.error("a call failed", failure);
        yield told(Status.INTERNAL, "the service failed", failure);
      }
    };
  }

  private static StatusRuntimeException told(Status status, String why, Throwable failure) {
    return status.withDescription(why).withCause(failure).asRuntimeException();
  }

  /** Ends a call that fails before it reaches the service. */
  private final class Closing<Q, S> extends ExceptionHandler<Q, S> {

    Closing(ServerCall.Listener<Q> listener, ServerCall<Q, S> call, Metadata headers) {
      super(listener, call, headers);
    }

    @Override
    protected void handleException(Throwable failure, ServerCall<Q, S> call, Metadata headers) {
      call.close(Status.fromThrowable(transform(failure)), new Metadata());
    }
  }
}
