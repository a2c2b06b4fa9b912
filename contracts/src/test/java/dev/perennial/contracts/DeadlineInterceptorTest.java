package dev.perennial.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.contracts.profile.v1.ProfilesGrpc;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadlineInterceptorTest {

  private static final Duration SOON = Duration.ofMillis(20);
  private static final Duration NEVER = Duration.ofDays(1);

  private final Vertx vertx = Vertx.vertx();
  private final HungService service = new HungService();

  @AfterEach
  void close() {
    vertx.close();
  }

  @Test
  void aCallThatIsNotAnsweredEndsAtItsDeadlineAndIsCancelled() throws Exception {
    var closed = call(ProfilesGrpc.getGetProfileMethod(), SOON, NEVER);

    assertEquals(Status.DEADLINE_EXCEEDED, closed.get(10, TimeUnit.SECONDS));
    assertTrue(service.cancelled.get(10, TimeUnit.SECONDS));
  }

  @Test
  void aStreamHasADeadlineOfItsOwn() throws Exception {
    var single = call(ProfilesGrpc.getGetProfileMethod(), NEVER, SOON);
    var stream = call(ProfilesGrpc.getStreamHistoriesMethod(), NEVER, SOON);

    assertEquals(Status.DEADLINE_EXCEEDED, stream.get(10, TimeUnit.SECONDS));
    assertFalse(single.isDone());
  }

  private <Q, S> CompletableFuture<Status> call(
      MethodDescriptor<Q, S> method, Duration deadline, Duration streamDeadline) {
    var closed = new CompletableFuture<Status>();
    new DeadlineInterceptor(vertx, deadline, streamDeadline)
        .interceptCall(method, CallOptions.DEFAULT, service)
        .start(
            new ClientCall.Listener<>() {
              @Override
              public void onClose(Status status, Metadata trailers) {
                closed.complete(status);
              }
            },
            new Metadata());
    return closed;
  }

  /** Takes calls and never answers. */
  private static final class HungService extends Channel {

    final CompletableFuture<Boolean> cancelled = new CompletableFuture<>();

    @Override
    public <Q, S> ClientCall<Q, S> newCall(MethodDescriptor<Q, S> method, CallOptions options) {
      return new ClientCall<>() {
        @Override
        public void start(Listener<S> listener, Metadata headers) {}

        @Override
        public void request(int messages) {}

        @Override
        public void cancel(@Nullable String message, @Nullable Throwable cause) {
          cancelled.complete(true);
        }

        @Override
        public void halfClose() {}

        @Override
        public void sendMessage(Q message) {}
      };
    }

    @Override
    public String authority() {
      return "hung";
    }
  }
}
