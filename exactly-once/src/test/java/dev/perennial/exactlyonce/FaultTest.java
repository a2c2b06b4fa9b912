package dev.perennial.exactlyonce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.NetworkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FaultTest {

  static Stream<Arguments> causes() {
    var data = Fault.Data.class;
    var environment = Fault.Environment.class;
    return Stream.of(
        arguments(new PoisonException("bad"), data),
        arguments(new IllegalArgumentException("bad"), data),
        arguments(new CompletionException(new PoisonException("bad")), data),
        arguments(new PoisonException("no event", new IOException("truncated")), data),
        arguments(new CompletionException(new InvalidProtocolBufferException("cut")), data),
        arguments(postgres("22021"), data),
        arguments(postgres("23505"), data),
        arguments(postgres("21000"), data),
        arguments(postgres("54000"), data),
        arguments(Status.INVALID_ARGUMENT.asRuntimeException(), data),
        arguments(postgres("08006"), environment),
        arguments(postgres("40001"), environment),
        arguments(postgres("42P01"), environment),
        arguments(postgres("53300"), environment),
        arguments(postgres("55P03"), environment),
        arguments(postgres("57P01"), environment),
        arguments(postgres("58030"), environment),
        arguments(postgres("XX000"), environment),
        arguments(postgres("25P03"), environment),
        arguments(new CompletionException(new ConnectException("refused")), environment),
        arguments(new RuntimeException(new IOException("reset")), environment),
        arguments(new NetworkException("away"), environment),
        arguments(Status.UNAVAILABLE.asRuntimeException(), environment),
        arguments(Status.DEADLINE_EXCEEDED.asRuntimeException(), environment),
        arguments(new io.smallrye.mutiny.TimeoutException(), environment),
        arguments(new OutOfMemoryError(), environment));
  }

  @ParameterizedTest
  @MethodSource("causes")
  void aFailureIsTheDatasOrTheEnvironments(Throwable cause, Class<? extends Fault> expected) {
    assertInstanceOf(expected, Fault.of(cause));
  }

  @Test
  void theReasonTellsWhatIsWrongButQuotesNoData() {
    assertEquals("bad", Fault.of(new PoisonException("bad")).reason());
    var quoting = new IllegalArgumentException("ann@example.com is no number");
    assertFalse(Fault.of(quoting).reason().contains("ann@example.com"));
    assertFalse(Fault.of(postgres("22P02")).reason().contains("ann@example.com"));
  }

  private static PgException postgres(String state) {
    return new PgException("invalid input: ann@example.com", "ERROR", state, "ann@example.com");
  }
}
