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
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Ends a call that takes longer than {@code perennial.grpc.deadline}, or for a stream longer than
 * {@code perennial.grpc.stream-deadline}, in every service that calls others. Quarkus' own setting
 * would not: it counts from when the client was made, and the Vert.x client does not look at it; so
 * a service that hangs would hang its caller.
 */
@GlobalInterceptor
@ApplicationScoped
class DeadlineInterceptor implements ClientInterceptor {

  private final Vertx vertx;
  private final Duration deadline;
  private final Duration streamDeadline;

  DeadlineInterceptor(
      Vertx vertx,
      @ConfigProperty(name = "perennial.grpc.deadline", defaultValue = "10s") Duration deadline,
      @ConfigProperty(name = "perennial.grpc.stream-deadline", defaultValue = "30s")
          Duration streamDeadline) {
    this.vertx = vertx;
    this.deadline = deadline;
    this.streamDeadline = streamDeadline;
  }

  @Override
  public <Q, S> ClientCall<Q, S> interceptCall(
      MethodDescriptor<Q, S> method, CallOptions options, Channel next) {
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void start(Listener<S> listener, Metadata headers) {
        var once = new ClosedOnce<>(listener);
        long timer =
            vertx.setTimer(
                allowed(method).toMillis(),
                fired -> {
                  once.onClose(Status.DEADLINE_EXCEEDED, new Metadata());
                  cancel("deadline exceeded", null);
                });
        once.whenClosed(() -> vertx.cancelTimer(timer));
        super.start(once, headers);
      }
    };
  }

  private Duration allowed(MethodDescriptor<?, ?> method) {
    return method.getType().serverSendsOneMessage() ? deadline : streamDeadline;
  }

  /** The answer or the deadline, whichever is first. */
  private static final class ClosedOnce<S> extends SimpleForwardingClientCallListener<S> {

    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Runnable afterwards = () -> {};

    ClosedOnce(ClientCall.Listener<S> listener) {
      super(listener);
    }

    /** Before the call starts. */
    void whenClosed(Runnable action) {
      afterwards = action;
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      if (closed.compareAndSet(false, true)) {
        afterwards.run();
        super.onClose(status, trailers);
      }
    }
  }
}
