package dev.perennial.segment.api;

import dev.perennial.contracts.segment.v1.DeleteSegmentRequest;
import dev.perennial.contracts.segment.v1.DeleteSegmentResponse;
import dev.perennial.contracts.segment.v1.GetSegmentRequest;
import dev.perennial.contracts.segment.v1.ListMembersRequest;
import dev.perennial.contracts.segment.v1.ListMembersResponse;
import dev.perennial.contracts.segment.v1.ListMembershipsRequest;
import dev.perennial.contracts.segment.v1.ListMembershipsResponse;
import dev.perennial.contracts.segment.v1.ListSegmentsRequest;
import dev.perennial.contracts.segment.v1.ListSegmentsResponse;
import dev.perennial.contracts.segment.v1.PutSegmentRequest;
import dev.perennial.contracts.segment.v1.Segment;
import dev.perennial.contracts.segment.v1.Segments;
import dev.perennial.segment.app.DeleteSegment;
import dev.perennial.segment.app.PutSegment;
import dev.perennial.segment.app.ReadMembers;
import dev.perennial.segment.app.ReadSegments;
import dev.perennial.segment.domain.InvalidDefinition;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** The Segments service. */
@GrpcService
class SegmentsGrpc implements Segments {

  private static final int USUAL_PAGE = 100;
  private static final int LARGEST_PAGE = 5000;

  private final PutSegment put;
  private final DeleteSegment delete;
  private final ReadSegments segments;
  private final ReadMembers members;

  SegmentsGrpc(PutSegment put, DeleteSegment delete, ReadSegments segments, ReadMembers members) {
    this.put = put;
    this.delete = delete;
    this.segments = segments;
    this.members = members;
  }

  @Override
  public Uni<Segment> putSegment(PutSegmentRequest request) {
    return put.put(
            request.getWorkspace(), request.getKey(), request.getName(), request.getCondition())
        .map(Messages::segment)
        .onFailure()
        .transform(Errors::of);
  }

  @Override
  public Uni<Segment> getSegment(GetSegmentRequest request) {
    return segments
        .get(request.getWorkspace(), request.getKey())
        .map(Messages::segment)
        .onFailure()
        .transform(Errors::of);
  }

  @Override
  public Uni<ListSegmentsResponse> listSegments(ListSegmentsRequest request) {
    return segments
        .list(request.getWorkspace())
        .map(all ->
            ListSegmentsResponse.newBuilder()
                .addAllSegments(all.stream().map(Messages::segment).toList())
                .build())
        .onFailure()
        .transform(Errors::of);
  }

  @Override
  public Uni<DeleteSegmentResponse> deleteSegment(DeleteSegmentRequest request) {
    return delete
        .delete(request.getWorkspace(), request.getKey())
        .replaceWith(DeleteSegmentResponse.getDefaultInstance())
        .onFailure()
        .transform(Errors::of);
  }

  @Override
  public Uni<ListMembersResponse> listMembers(ListMembersRequest request) {
    return Uni.createFrom()
        .deferred(() -> {
          int limit = limit(request);
          return members
              .of(
                  request.getWorkspace(),
                  request.getKey(),
                  request.getAfterProfileId().isEmpty()
                      ? Optional.empty()
                      : Optional.of(uuid(request.getAfterProfileId(), "/after_profile_id")),
                  request.hasShard() ? Optional.of(request.getShard()) : Optional.empty(),
                  limit + 1)
              .map(found -> Messages.page(found, limit));
        })
        .onFailure()
        .transform(Errors::of);
  }

  @Override
  public Uni<ListMembershipsResponse> listMemberships(ListMembershipsRequest request) {
    return Uni.createFrom()
        .deferred(() ->
            members.ofProfile(request.getWorkspace(), uuid(request.getProfileId(), "/profile_id")))
        .map(Messages::memberships)
        .onFailure()
        .transform(Errors::of);
  }

  private static int limit(ListMembersRequest request) {
    int limit = request.getLimit();
    if (limit < 0 || limit > LARGEST_PAGE) {
      throw new InvalidDefinition("/limit", "must be 1 to " + LARGEST_PAGE);
    }
    return limit == 0 ? USUAL_PAGE : limit;
  }

  private static UUID uuid(String text, String pointer) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidDefinition(pointer, "must be a UUID");
    }
  }
}
