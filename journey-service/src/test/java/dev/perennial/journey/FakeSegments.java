package dev.perennial.journey;

import dev.perennial.contracts.Shards;
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
import dev.perennial.contracts.segment.v1.PutSegmentRequest;
import dev.perennial.contracts.segment.v1.Segment;
import dev.perennial.contracts.segment.v1.SegmentState;
import dev.perennial.contracts.segment.v1.Segments;
import io.grpc.Status;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The segment-service of the tests, with pages of two. */
@GrpcService
class FakeSegments implements Segments {

  private static final int PAGE = 2;

  private final Map<String, SegmentState> states = new ConcurrentHashMap<>();
  private final Map<String, TreeMap<String, Member>> members = new ConcurrentHashMap<>();

  void put(String workspace, String key, SegmentState state, List<Member> list) {
    var sorted = new TreeMap<String, Member>();
    list.forEach(member -> sorted.put(member.getProfileId(), member));
    members.put(workspace + "/" + key, sorted);
    states.put(workspace + "/" + key, state);
  }

  @Override
  public Uni<Segment> getSegment(GetSegmentRequest request) {
    SegmentState state = states.get(request.getWorkspace() + "/" + request.getKey());
    return state == null
        ? Uni.createFrom().failure(Status.NOT_FOUND.asRuntimeException())
        : Uni.createFrom().item(Segment.newBuilder().setState(state).build());
  }

  @Override
  public Uni<ListMembersResponse> listMembers(ListMembersRequest request) {
    var shards = new Shards(16);
    var all =
        members
            .getOrDefault(request.getWorkspace() + "/" + request.getKey(), new TreeMap<>())
            .tailMap(request.getAfterProfileId(), false)
            .values()
            .stream()
            .filter(member -> shards.of(member.getProfileId()) == request.getShard())
            .toList();
    var page = all.stream().limit(PAGE).toList();
    return Uni.createFrom()
        .item(
            ListMembersResponse.newBuilder()
                .addAllMembers(page)
                .setNextProfileId(all.size() > PAGE ? page.getLast().getProfileId() : "")
                .build());
  }

  @Override
  public Uni<Segment> putSegment(PutSegmentRequest request) {
    return unimplemented();
  }

  @Override
  public Uni<ListSegmentsResponse> listSegments(ListSegmentsRequest request) {
    return unimplemented();
  }

  @Override
  public Uni<DeleteSegmentResponse> deleteSegment(DeleteSegmentRequest request) {
    return unimplemented();
  }

  @Override
  public Uni<ListMembershipsResponse> listMemberships(ListMembershipsRequest request) {
    return unimplemented();
  }

  private static <T> Uni<T> unimplemented() {
    return Uni.createFrom().failure(Status.UNIMPLEMENTED.asRuntimeException());
  }
}
