package dev.perennial.gateway.management.api;

import dev.perennial.gateway.management.app.ListRejections;
import dev.perennial.gateway.management.app.ListRejections.Rejected;
import dev.perennial.gateway.workspace.api.Caller;
import dev.perennial.gateway.workspace.api.KeyRequired;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
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
      @Nullable Instant replayedAt) {

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
          Json.instant(record.hasReplayedAt(), record.getReplayedAt()));
    }
  }

  record Page(List<View> rejections, List<String> unavailable) {}

  private final ListRejections rejections;
  private final Caller caller;

  RejectionsResource(ListRejections rejections, Caller caller) {
    this.rejections = rejections;
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
}
