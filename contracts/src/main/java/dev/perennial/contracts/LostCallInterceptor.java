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
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Says UNAVAILABLE of a call that is lost with its connection, in every service that calls others:
 * it is worth another try. The Vert.x client says UNKNOWN, as a service does that has failed, but
 * with what it caught as the cause; nothing that comes from a service has one.
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
      boolean lost = status.getCode() == Status.Code.UNKNOWN && status.getCause() != null;
      super.onClose(
          lost
              ? Status.UNAVAILABLE
                  .withDescription("the connection was lost")
                  .withCause(status.getCause())
              : status,
          trailers);
    }
  }
}
