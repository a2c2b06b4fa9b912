package dev.perennial.gateway.management.api;

import dev.perennial.gateway.management.app.ListRejections;
import dev.perennial.gateway.management.app.ListRejections.Rejected;
import dev.perennial.gateway.management.app.SettleRejection;
import dev.perennial.gateway.workspace.api.Caller;
import dev.perennial.gateway.workspace.api.KeyRequired;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@KeyRequired
@Path("/api/v1/rejections")
@Tag(name = "rejections", description = "Records that a service could not process, and why")
public class RejectionsResource {

  /** Without the record's content, which may be personal. */
  record View(
      String id,
      String service,
      String consumer,
      String topic,
      int partition,
      long offset,
      String reason,
      @Nullable Instant failedAt,
      @Nullable Instant replayedAt,
      @Nullable Instant discardedAt) {

    static View of(Rejected rejected) {
      var record = rejected.record();
      return new View(
          rejected.service() + ":" + record.getId(),
          rejected.service(),
          record.getConsumer(),
          record.getTopic(),
          record.getPartition(),
          record.getOffset(),
          record.getReason(),
          Json.instant(record.hasFailedAt(), record.getFailedAt()),
          Json.instant(record.hasReplayedAt(), record.getReplayedAt()),
          Json.instant(record.hasDiscardedAt(), record.getDiscardedAt()));
    }
  }

  record Page(List<View> rejections, List<String> unavailable) {}

  private final ListRejections rejections;
  private final SettleRejection settle;
  private final Caller caller;

  RejectionsResource(ListRejections rejections, SettleRejection settle, Caller caller) {
    this.rejections = rejections;
    this.settle = settle;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "Newest first; names the services that did not answer",
      description = "The operator's key sees all workspaces, and records that name none.")
  public Uni<Page> list(@QueryParam("limit") @DefaultValue("50") int limit) {
    return rejections
        .newest(Limit.of(limit), caller::mayRead)
        .map(page -> new Page(page.rejected().stream().map(View::of).toList(), page.unavailable()));
  }

  @POST
  @Path("/{id}/replay")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Process the record once more, which follows shortly",
      description = "Nothing changes for one that was replayed or discarded.")
  public Uni<View> replay(String id) {
    return settle.replay(id, caller::mayRead).map(View::of);
  }

  @POST
  @Path("/{id}/discard")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Give the record up, which follows shortly: its profile goes on without it",
      description = "Nothing changes for one that was replayed or discarded.")
  public Uni<View> discard(String id) {
    return settle.discard(id, caller::mayRead).map(View::of);
  }
}
