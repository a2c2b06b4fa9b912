package dev.perennial.gateway.management;

import com.google.protobuf.Timestamp;
import dev.perennial.contracts.deadletter.v1.DeadRecord;
import dev.perennial.contracts.deadletter.v1.ListDeadRecordsRequest;
import dev.perennial.contracts.deadletter.v1.ListDeadRecordsResponse;
import dev.perennial.contracts.deadletter.v1.MutinyDeadRecordsGrpc;
import dev.perennial.contracts.events.v1.AcceptedEvent;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/** Has two records of one workspace and one of another. */
final class FakeDeadRecords extends MutinyDeadRecordsGrpc.DeadRecordsImplBase {

  private static final List<String> WORKSPACES = List.of("dead-a", "dead-b", "dead-a");

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
}
