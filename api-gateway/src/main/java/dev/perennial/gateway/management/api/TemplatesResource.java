package dev.perennial.gateway.management.api;

import static java.util.Objects.requireNonNullElse;

import dev.perennial.contracts.channel.v1.GetTemplateRequest;
import dev.perennial.contracts.channel.v1.ListTemplatesRequest;
import dev.perennial.contracts.channel.v1.PutTemplateRequest;
import dev.perennial.contracts.channel.v1.Templates;
import dev.perennial.gateway.api.Body;
import dev.perennial.gateway.workspace.api.Caller;
import dev.perennial.gateway.workspace.api.KeyRequired;
import io.quarkus.grpc.GrpcClient;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@KeyRequired
@Path("/api/v1/templates")
@Tag(name = "templates", description = "What messages look like, in Liquid")
public class TemplatesResource {

  private final Templates templates;
  private final Caller caller;

  TemplatesResource(@GrpcClient("channel") Templates templates, Caller caller) {
    this.templates = templates;
    this.caller = caller;
  }

  @PUT
  @Path("/{key}")
  @Operation(summary = "Create a template or change it")
  public Uni<TemplateJson.View> put(String key, TemplateJson.@Nullable Put body) {
    TemplateJson.Put put = Body.required(body);
    var request =
        PutTemplateRequest.newBuilder()
            .setWorkspace(caller.workspace())
            .setKey(key)
            .setChannel(requireNonNullElse(put.channel(), ""))
            .setSubject(requireNonNullElse(put.subject(), ""))
            .setBody(requireNonNullElse(put.body(), ""));
    if (put.recommendations() != null) {
      request.setRecommendations(put.recommendations().toContract());
    }
    return GrpcProblems.naming(
        templates.putTemplate(request.build()).map(TemplateJson.View::of),
        field -> RecommendJson.pointer("", field));
  }

  @GET
  @Path("/{key}")
  @Operation(summary = "One template")
  public Uni<TemplateJson.View> get(String key) {
    var request = GetTemplateRequest.newBuilder().setWorkspace(caller.workspace()).setKey(key);
    return templates.getTemplate(request.build()).map(TemplateJson.View::of);
  }

  @GET
  @Operation(summary = "All templates")
  public Uni<TemplateJson.Page> list() {
    var request = ListTemplatesRequest.newBuilder().setWorkspace(caller.workspace());
    return templates.listTemplates(request.build()).map(TemplateJson.Page::of);
  }
}
