package dev.perennial.recommendation.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.grpc.Status;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.NoSuchElementException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class FaultsTest {

  private final Faults faults = new Faults();

  @Test
  void whatPassesIsWorthAnotherTry() {
    assertEquals(Status.Code.UNAVAILABLE, told(new VertxException("closed")));
    assertEquals(Status.Code.UNAVAILABLE, told(new IOException("reset")));
    assertEquals(Status.Code.UNAVAILABLE, told(new TimeoutException()));
    assertEquals(Status.Code.RESOURCE_EXHAUSTED, told(new RejectedExecutionException()));
  }

  @Test
  void whatIsWrongInsideIsNot() {
    assertEquals(Status.Code.INTERNAL, told(new NoSuchElementException("No value present")));
    assertEquals(Status.Code.INTERNAL, told(new IllegalArgumentException("limit")));
  }

  @Test
  void dataThatTheDatabaseDoesNotTakeIsTheCallersMistake() {
    assertEquals(Status.Code.INVALID_ARGUMENT, told(database("22021")));
    assertEquals(Status.Code.UNAVAILABLE, told(database("57P01")));
  }

  private static PgException database(String sqlState) {
    return new PgException("no", "ERROR", sqlState, "");
  }

  @Test
  void whatHasAStatusKeepsIt() {
    var refusal = Status.NOT_FOUND.asRuntimeException();
    assertSame(refusal, faults.transform(refusal));
  }

  private Status.Code told(Throwable failure) {
    return Status.fromThrowable(faults.transform(failure)).getCode();
  }
}
