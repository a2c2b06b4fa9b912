package dev.perennial.exactlyonce;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Why something failed, which decides what happens next. */
sealed class Fault extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final Set<Status.Code> OF_DATA =
      EnumSet.of(
          Status.Code.INVALID_ARGUMENT, Status.Code.OUT_OF_RANGE, Status.Code.FAILED_PRECONDITION);

  private Fault(String reason, @Nullable Throwable cause) {
    super(reason, cause);
  }

  /** The message, which for all faults says what is wrong without personal data. */
  String reason() {
    return String.valueOf(getMessage());
  }

  /** Trying again cannot help: the records are to blame. */
  static final class Data extends Fault {
    private static final long serialVersionUID = 1L;

    Data(Throwable cause) {
      super(describe(cause), cause);
    }
  }

  /** Something that is needed is away; trying again later helps. */
  static final class Environment extends Fault {
    private static final long serialVersionUID = 1L;

    Environment(Throwable cause) {
      super(describe(cause), cause);
    }
  }

  /** Another owner has claimed the partition. */
  static final class Fenced extends Fault {
    private static final long serialVersionUID = 1L;

    Fenced(String partitions) {
      super("fenced from " + partitions, null);
    }
  }

  /** The fault behind what a processor threw. */
  static Fault of(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof Fault fault) {
        return fault;
      }
      switch (t) {
        // Before its cause is looked at: what cannot be decoded is often told as an IOException.
        case PoisonException e -> {
          return new Data(e);
        }
        case InvalidProtocolBufferException e -> {
          return new Data(e);
        }
        case PgException e when isOfData(e) -> {
          return new Data(e);
        }
        case StatusRuntimeException e when OF_DATA.contains(e.getStatus().getCode()) -> {
          return new Data(e);
        }
        case PgException _,
            StatusRuntimeException _,
            StatusException _,
            VertxException _,
            NoStackTraceThrowable _,
            IOException _,
            KafkaException _,
            TimeoutException _,
            java.util.concurrent.TimeoutException _,
            InterruptedException _ -> {
          return new Environment(t);
        }
        default -> {}
      }
    }
    boolean data = thrown instanceof RuntimeException || thrown instanceof StackOverflowError;
    return data ? new Data(thrown) : new Environment(thrown);
  }

  /** Cardinality, data, constraint, program limit, raised by a function of ours. */
  private static boolean isOfData(PgException e) {
    String state = String.valueOf(e.getSqlState());
    return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
      case "21", "22", "23", "54", "P0" -> true;
      default -> false;
    };
  }

  /** Messages of others may quote the data, so only our own are told. */
  private static String describe(Throwable thrown) {
    Throwable t = thrown;
    while ((t instanceof CompletionException || t instanceof ExecutionException)
        && t.getCause() != null) {
      t = t.getCause();
    }
    return switch (t) {
      case PoisonException e -> String.valueOf(e.getMessage());
      case PgException e ->
          "Postgres error %s, table %s, constraint %s"
              .formatted(e.getSqlState(), e.getTable(), e.getConstraint());
      case StatusRuntimeException e -> "gRPC " + e.getStatus().getCode();
      default -> t.getClass().getSimpleName() + place(t);
    };
  }

  private static String place(Throwable t) {
    var trace = t.getStackTrace();
    return trace.length == 0 ? "" : " at " + trace[0];
  }
}
