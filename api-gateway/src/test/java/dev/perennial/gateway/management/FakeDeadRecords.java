package dev.perennial.gateway.management;

import com.google.protobuf.Timestamp;
import dev.perennial.contracts.deadletter.v1.DeadRecord;
import dev.perennial.contracts.deadletter.v1.DiscardDeadRecordRequest;
import dev.perennial.contracts.deadletter.v1.GetDeadRecordRequest;
import dev.perennial.contracts.deadletter.v1.ListDeadRecordsRequest;
import dev.perennial.contracts.deadletter.v1.ListDeadRecordsResponse;
import dev.perennial.contracts.deadletter.v1.MutinyDeadRecordsGrpc;
import dev.perennial.contracts.deadletter.v1.ReplayDeadRecordRequest;
import dev.perennial.contracts.events.v1.AcceptedEvent;
import io.grpc.Status;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/** Has two records of one workspace and one of another. */
final class FakeDeadRecords extends MutinyDeadRecordsGrpc.DeadRecordsImplBase {

  private static final List<String> WORKSPACES = List.of("dead-a", "dead-b", "dead-a");

  private static final Timestamp NOW = Timestamp.newBuilder().setSeconds(1_000_000_000).build();

  private final List<DeadRecord> records = new ArrayList<>();

  FakeDeadRecords() {
    for (String workspace : WORKSPACES) {
      int n = records.size();
      var event = AcceptedEvent.newBuilder().setWorkspace(workspace).setMessageId("m" + n).build();
      records.add(
          DeadRecord.newBuilder()
              .setId(String.valueOf(n))
              .setValue(event.toByteString())
              .setReason("reason " + n)
              .setFailedAt(Timestamp.newBuilder().setSeconds(n))
              .build());
    }
  }

  @Override
  public Uni<ListDeadRecordsResponse> listDeadRecords(ListDeadRecordsRequest request) {
    return Uni.createFrom()
        .item(ListDeadRecordsResponse.newBuilder().addAllRecords(records).build());
  }

  @Override
  public Uni<DeadRecord> getDeadRecord(GetDeadRecordRequest request) {
    return found(request.getId());
  }

  @Override
  public Uni<DeadRecord> replayDeadRecord(ReplayDeadRecordRequest request) {
    return found(request.getId()).map(r -> r.toBuilder().setReplayedAt(NOW).build());
  }

  @Override
  public Uni<DeadRecord> discardDeadRecord(DiscardDeadRecordRequest request) {
    return found(request.getId()).map(r -> r.toBuilder().setDiscardedAt(NOW).build());
  }

  private Uni<DeadRecord> found(String id) {
    return records.stream()
        .filter(record -> record.getId().equals(id))
        .findFirst()
        .map(record -> Uni.createFrom().item(record))
        .orElseGet(() -> Uni.createFrom().failure(Status.NOT_FOUND.asRuntimeException()));
  }
}
