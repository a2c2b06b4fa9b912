package dev.perennial.gateway.management;

import com.google.protobuf.Any;
import com.google.protobuf.Timestamp;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.Status;
import dev.perennial.contracts.segment.v1.DeleteSegmentRequest;
import dev.perennial.contracts.segment.v1.DeleteSegmentResponse;
import dev.perennial.contracts.segment.v1.GetSegmentRequest;
import dev.perennial.contracts.segment.v1.ListMembersRequest;
import dev.perennial.contracts.segment.v1.ListMembersResponse;
import dev.perennial.contracts.segment.v1.ListMembershipsRequest;
import dev.perennial.contracts.segment.v1.ListMembershipsResponse;
import dev.perennial.contracts.segment.v1.ListSegmentsRequest;
import dev.perennial.contracts.segment.v1.ListSegmentsResponse;
import dev.perennial.contracts.segment.v1.Member;
import dev.perennial.contracts.segment.v1.Membership;
import dev.perennial.contracts.segment.v1.MutinySegmentsGrpc;
import dev.perennial.contracts.segment.v1.PutSegmentRequest;
import dev.perennial.contracts.segment.v1.Segment;
import dev.perennial.contracts.segment.v1.SegmentState;
import io.grpc.protobuf.StatusProto;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps segments by workspace and key; conditions with "broken" in them are refused. */
final class FakeSegments extends MutinySegmentsGrpc.SegmentsImplBase {

  static final Timestamp AT = Timestamp.newBuilder().setSeconds(1_700_000_000).build();

  private final Map<String, Segment> kept = new ConcurrentHashMap<>();

  @Override
  public Uni<Segment> putSegment(PutSegmentRequest request) {
    if (request.getCondition().contains("broken")) {
      return Uni.createFrom().failure(invalid("/condition/all/0", "is no condition"));
    }
    var segment =
        Segment.newBuilder()
            .setWorkspace(request.getWorkspace())
            .setKey(request.getKey())
            .setName(request.getName())
            .setCondition(request.getCondition())
            .setVersion(1)
            .setState(SegmentState.LIVE)
            .setSize(2)
            .setChangedAt(AT)
            .build();
    kept.put(request.getWorkspace() + "/" + request.getKey(), segment);
    return Uni.createFrom().item(segment);
  }

  @Override
  public Uni<Segment> getSegment(GetSegmentRequest request) {
    if (request.getKey().equals("slow")) {
      return Uni.createFrom().nothing();
    }
    Segment segment = kept.get(request.getWorkspace() + "/" + request.getKey());
    return segment == null
        ? Uni.createFrom()
            .failure(
                io.grpc.Status.NOT_FOUND.withDescription("no such segment").asRuntimeException())
        : Uni.createFrom().item(segment);
  }

  @Override
  public Uni<ListSegmentsResponse> listSegments(ListSegmentsRequest request) {
    var own = kept.values().stream().filter(s -> s.getWorkspace().equals(request.getWorkspace()));
    return Uni.createFrom()
        .item(ListSegmentsResponse.newBuilder().addAllSegments(own.toList()).build());
  }

  @Override
  public Uni<DeleteSegmentResponse> deleteSegment(DeleteSegmentRequest request) {
    kept.remove(request.getWorkspace() + "/" + request.getKey());
    return Uni.createFrom().item(DeleteSegmentResponse.getDefaultInstance());
  }

  @Override
  public Uni<ListMembersResponse> listMembers(ListMembersRequest request) {
    var member =
        Member.newBuilder()
            .setProfileId("after " + request.getAfterProfileId())
            .setEnteredAt(AT)
            .setRevision(request.getLimit());
    return Uni.createFrom()
        .item(ListMembersResponse.newBuilder().addMembers(member).setNextProfileId("p9").build());
  }

  @Override
  public Uni<ListMembershipsResponse> listMemberships(ListMembershipsRequest request) {
    var membership =
        Membership.newBuilder().setSegment("of " + request.getProfileId()).setEnteredAt(AT);
    return Uni.createFrom()
        .item(ListMembershipsResponse.newBuilder().addMemberships(membership).build());
  }

  static RuntimeException invalid(String field, String description) {
    return refused(Code.INVALID_ARGUMENT, field, description);
  }

  static RuntimeException refused(Code code, String field, String description) {
    var violation =
        BadRequest.FieldViolation.newBuilder().setField(field).setDescription(description);
    return StatusProto.toStatusRuntimeException(
        Status.newBuilder()
            .setCode(code.getNumber())
            .addDetails(Any.pack(BadRequest.newBuilder().addFieldViolations(violation).build()))
            .build());
  }
}
