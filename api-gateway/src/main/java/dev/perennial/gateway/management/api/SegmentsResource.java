package dev.perennial.gateway.management.api;

import dev.perennial.contracts.segment.v1.DeleteSegmentRequest;
import dev.perennial.contracts.segment.v1.GetSegmentRequest;
import dev.perennial.contracts.segment.v1.ListMembersRequest;
import dev.perennial.contracts.segment.v1.ListSegmentsRequest;
import dev.perennial.contracts.segment.v1.PutSegmentRequest;
import dev.perennial.contracts.segment.v1.Segments;
import dev.perennial.gateway.api.Body;
import dev.perennial.gateway.workspace.api.Caller;
import dev.perennial.gateway.workspace.api.KeyRequired;
import io.quarkus.grpc.GrpcClient;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@KeyRequired
@Path("/api/v1/segments")
@Tag(name = "segments", description = "Who fulfils a condition, exact to the second")
public class SegmentsResource {

  private final Segments segments;
  private final Caller caller;

  SegmentsResource(@GrpcClient("segment") Segments segments, Caller caller) {
    this.segments = segments;
    this.caller = caller;
  }

  @PUT
  @Path("/{key}")
  @Operation(summary = "Create a segment or change it; its members are worked out from history")
  public Uni<SegmentJson.View> put(String key, SegmentJson.@Nullable Put body) {
    SegmentJson.Put put = Body.required(body);
    var request =
        PutSegmentRequest.newBuilder()
            .setWorkspace(caller.workspace())
            .setKey(key)
            .setName(Objects.requireNonNullElse(put.name(), key))
            .setCondition(Definition.text("/condition", put.condition()))
            .build();
    return segments.putSegment(request).map(SegmentJson.View::of);
  }

  @GET
  @Path("/{key}")
  @Operation(summary = "One segment with its size")
  public Uni<SegmentJson.View> get(String key) {
    var request = GetSegmentRequest.newBuilder().setWorkspace(caller.workspace()).setKey(key);
    return segments.getSegment(request.build()).map(SegmentJson.View::of);
  }

  @GET
  @Operation(summary = "All segments")
  public Uni<SegmentJson.Page> list() {
    var request = ListSegmentsRequest.newBuilder().setWorkspace(caller.workspace());
    return segments.listSegments(request.build()).map(SegmentJson.Page::of);
  }

  @DELETE
  @Path("/{key}")
  @Operation(summary = "Delete a segment; its members leave it")
  public Uni<Void> delete(String key) {
    var request = DeleteSegmentRequest.newBuilder().setWorkspace(caller.workspace()).setKey(key);
    return segments.deleteSegment(request.build()).replaceWithVoid();
  }

  @GET
  @Path("/{key}/members")
  @Operation(summary = "Members in order of their ids, and until when each is one")
  public Uni<SegmentJson.Members> members(
      String key,
      @QueryParam("limit") @DefaultValue("100") int limit,
      @QueryParam("cursor") @DefaultValue("") String cursor) {
    var request =
        ListMembersRequest.newBuilder()
            .setWorkspace(caller.workspace())
            .setKey(key)
            .setLimit(Limit.of(limit))
            .setAfterProfileId(cursor);
    return segments.listMembers(request.build()).map(SegmentJson.Members::of);
  }
}
