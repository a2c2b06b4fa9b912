package dev.perennial.gateway.management.api;

import dev.perennial.contracts.channel.v1.GetMessageRequest;
import dev.perennial.contracts.channel.v1.GetMessageStatsRequest;
import dev.perennial.contracts.channel.v1.Messages;
import dev.perennial.gateway.workspace.api.Caller;
import dev.perennial.gateway.workspace.api.KeyRequired;
import io.quarkus.grpc.GrpcClient;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@KeyRequired
@Path("/api/v1/messages")
@Tag(name = "messages", description = "Messages and what became of them")
public class MessagesResource {

  private final Messages messages;
  private final Caller caller;

  MessagesResource(@GrpcClient("channel") Messages messages, Caller caller) {
    this.messages = messages;
    this.caller = caller;
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One message, where it stands and why")
  public Uni<MessageJson.View> get(String id) {
    var request = GetMessageRequest.newBuilder().setWorkspace(caller.workspace()).setMessageId(id);
    return messages.getMessage(request.build()).map(MessageJson.View::of);
  }

  @GET
  @Path("/stats")
  @Operation(summary = "Messages by status, of one journey or of all")
  public Uni<MessageJson.Stats> stats(@QueryParam("journey") @DefaultValue("") String journey) {
    var request =
        GetMessageStatsRequest.newBuilder().setWorkspace(caller.workspace()).setJourney(journey);
    return messages.getMessageStats(request.build()).map(MessageJson.Stats::of);
  }
}
