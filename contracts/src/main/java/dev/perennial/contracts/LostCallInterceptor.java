package dev.perennial.contracts;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.quarkus.grpc.GlobalInterceptor;
import io.vertx.grpc.common.MessageSizeOverflowException;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Says why a call failed on its way, in every service that calls others: UNAVAILABLE when it was
 * lost with its connection, which is worth another try, RESOURCE_EXHAUSTED when the answer is
 * larger than the client takes. The Vert.x client says UNKNOWN, as a service does that has failed,
 * but with what it caught as the cause; nothing that comes from a service has one.
 */
@GlobalInterceptor
@ApplicationScoped
class LostCallInterceptor implements ClientInterceptor {

  @Override
  public <Q, S> ClientCall<Q, S> interceptCall(
      MethodDescriptor<Q, S> method, CallOptions options, Channel next) {
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void start(Listener<S> listener, Metadata headers) {
        super.start(new Telling<>(listener), headers);
      }
    };
  }

  private static final class Telling<S> extends SimpleForwardingClientCallListener<S> {

    Telling(ClientCall.Listener<S> listener) {
      super(listener);
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      super.onClose(status.getCode() == Status.Code.UNKNOWN ? told(status) : status, trailers);
    }

    private static Status told(Status unknown) {
      return switch (unknown.getCause()) {
        case null -> unknown;
        case MessageSizeOverflowException large ->
            Status.RESOURCE_EXHAUSTED.withDescription("the answer is too large").withCause(large);
        case Throwable lost ->
            Status.UNAVAILABLE.withDescription("the connection was lost").withCause(lost);
      };
    }
  }
}
