package dev.perennial.exactlyonce;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.contracts.deadletter.v1.DeadRecord;
import dev.perennial.contracts.deadletter.v1.DeadRecords;
import dev.perennial.contracts.deadletter.v1.DiscardDeadRecordRequest;
import dev.perennial.contracts.deadletter.v1.GetDeadRecordRequest;
import dev.perennial.contracts.deadletter.v1.ListDeadRecordsRequest;
import dev.perennial.contracts.deadletter.v1.ListDeadRecordsResponse;
import dev.perennial.contracts.deadletter.v1.ReplayDeadRecordRequest;
import io.grpc.Status;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The dead records of this service, over gRPC. */
@GrpcService
public class DeadRecordsService implements DeadRecords {

  private static final Cursor FIRST_PAGE =
      new Cursor(OffsetDateTime.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

  private final Pool pool;

  @Inject
  DeadRecordsService(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<ListDeadRecordsResponse> listDeadRecords(ListDeadRecordsRequest request) {
    int limit = request.getLimit() == 0 ? 50 : request.getLimit();
    if (limit < 1 || limit > 500) {
      return refused("limit must be 1 to 500");
    }
    Cursor from;
    try {
      from = request.getCursor().isEmpty() ? FIRST_PAGE : Cursor.parse(request.getCursor());
    } catch (IllegalArgumentException | DateTimeException _) {
      return refused("cursor must be the next_cursor of the page before");
    }
    return DeadRecordRows.newest(pool, from.failedAt, from.id, limit)
        .map(rows -> page(rows, limit))
        .onFailure()
        .transform(DeadRecordsService::unavailable);
  }

  @Override
  public Uni<DeadRecord> getDeadRecord(GetDeadRecordRequest request) {
    return answer(request.getId(), id -> DeadRecordRows.one(pool, id));
  }

  /** The answer comes before the replay: the owner of the record's partition does it next. */
  @Override
  public Uni<DeadRecord> replayDeadRecord(ReplayDeadRecordRequest request) {
    return answer(request.getId(), id -> DeadRecordRows.requestReplay(pool, id));
  }

  /** The answer comes before the record is given up, as with a replay. */
  @Override
  public Uni<DeadRecord> discardDeadRecord(DiscardDeadRecordRequest request) {
    return answer(request.getId(), id -> DeadRecordRows.requestDiscard(pool, id));
  }

  private static Uni<DeadRecord> answer(String text, Function<UUID, Uni<Optional<Row>>> query) {
    UUID id;
    try {
      id = UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      return Uni.createFrom().failure(Status.NOT_FOUND.asRuntimeException());
    }
    return query
        .apply(id)
        .onFailure()
        .transform(DeadRecordsService::unavailable)
        .map(row -> row.orElseThrow(Status.NOT_FOUND::asRuntimeException))
        .map(DeadRecordsOf::message);
  }

  private static ListDeadRecordsResponse page(List<Row> rows, int limit) {
    var page = ListDeadRecordsResponse.newBuilder();
    rows.forEach(row -> page.addRecords(DeadRecordsOf.message(row)));
    if (rows.size() == limit) {
      var last = rows.getLast();
      page.setNextCursor(
          new Cursor(last.getOffsetDateTime("failed_at"), last.getUUID("id")).toString());
    }
    return page.build();
  }

  private static <T> Uni<T> refused(String why) {
    return Uni.createFrom()
        .failure(Status.INVALID_ARGUMENT.withDescription(why).asRuntimeException());
  }

  private static Throwable unavailable(Throwable cause) {
    return Status.UNAVAILABLE.withCause(cause).asRuntimeException();
  }

  /** The place after a page. */
  private record Cursor(OffsetDateTime failedAt, UUID id) {

    static Cursor parse(String text) {
      var parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", 2);
      return new Cursor(OffsetDateTime.parse(parts[0]), UUID.fromString(parts[parts.length - 1]));
    }

    @Override
    public String toString() {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString((failedAt + " " + id).getBytes(UTF_8));
    }
  }
}
