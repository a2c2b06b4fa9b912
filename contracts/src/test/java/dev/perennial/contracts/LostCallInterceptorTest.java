package dev.perennial.contracts;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.perennial.contracts.profile.v1.ProfilesGrpc;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.vertx.grpc.common.MessageSizeOverflowException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LostCallInterceptorTest {

  @Test
  void aCallThatIsLostWithItsConnectionIsWorthAnotherTry() {
    var lost = new IOException("Connection was closed");
    var told = told(Status.fromThrowable(lost));
    assertEquals(Status.Code.UNAVAILABLE, told.getCode());
    assertSame(lost, told.getCause());
  }

  @Test
  void anAnswerThatIsTooLargeIsNot() {
    var large = new MessageSizeOverflowException(5_000_000);
    assertEquals(Status.Code.RESOURCE_EXHAUSTED, told(Status.fromThrowable(large)).getCode());
  }

  @Test
  void whatTheServiceSaysStays() {
    var failed = Status.UNKNOWN.withDescription("by the service");
    assertSame(failed, told(failed));
    assertSame(Status.OK, told(Status.OK));
  }

  private static Status told(Status end) {
    var told = new AtomicReference<>(Status.CANCELLED);
    new LostCallInterceptor()
        .interceptCall(
            ProfilesGrpc.getGetProfileMethod(), CallOptions.DEFAULT, new EndingService(end))
        .start(
            new ClientCall.Listener<>() {
              @Override
              public void onClose(Status status, Metadata trailers) {
                told.set(status);
              }
            },
            new Metadata());
    return requireNonNull(told.get());
  }

  /** Ends each call at once. */
  private static final class EndingService extends Channel {

    private final Status end;

    EndingService(Status end) {
      this.end = end;
    }

    @Override
    public <Q, S> ClientCall<Q, S> newCall(MethodDescriptor<Q, S> method, CallOptions options) {
      return new ClientCall<>() {
        @Override
        public void start(Listener<S> listener, Metadata headers) {
          listener.onClose(end, new Metadata());
        }

        @Override
        public void request(int messages) {}

        @Override
        public void cancel(@Nullable String message, @Nullable Throwable cause) {}

        @Override
        public void halfClose() {}

        @Override
        public void sendMessage(Q message) {}
      };
    }

    @Override
    public String authority() {
      return "ending";
    }
  }
}
