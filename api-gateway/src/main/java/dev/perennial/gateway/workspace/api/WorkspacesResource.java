package dev.perennial.gateway.workspace.api;

import dev.perennial.gateway.api.Body;
import dev.perennial.gateway.workspace.app.ManageKeys;
import dev.perennial.gateway.workspace.app.ManageWorkspaces;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@KeyRequired
@Path("/api/v1/workspaces")
@Tag(name = "workspaces", description = "Tenants and their keys; takes the operator's key")
public class WorkspacesResource {

  record Workspaces(List<WorkspaceJson.View> workspaces) {}

  record Keys(List<ApiKeyJson.View> keys) {}

  private final ManageWorkspaces workspaces;
  private final ManageKeys keys;
  private final Caller caller;

  WorkspacesResource(ManageWorkspaces workspaces, ManageKeys keys, Caller caller) {
    this.workspaces = workspaces;
    this.keys = keys;
    this.caller = caller;
  }

  @PUT
  @Path("/{workspace}")
  @Operation(summary = "Create a workspace, or change its name and limits")
  public Uni<WorkspaceJson.View> put(String workspace, WorkspaceJson.@Nullable Put body) {
    caller.requireOperator();
    WorkspaceJson.Put put = Body.required(body);
    return workspaces
        .put(workspace, Objects.requireNonNullElse(put.name(), workspace), put.limitsOrDefault())
        .map(WorkspaceJson.View::of);
  }

  @GET
  @Operation(summary = "All workspaces")
  public Uni<Workspaces> list() {
    caller.requireOperator();
    return workspaces
        .list()
        .map(found -> new Workspaces(found.stream().map(WorkspaceJson.View::of).toList()));
  }

  @GET
  @Path("/{workspace}")
  @Operation(summary = "One workspace")
  public Uni<WorkspaceJson.View> get(String workspace) {
    caller.requireOperator();
    return workspaces.get(workspace).map(WorkspaceJson.View::of);
  }

  @POST
  @Path("/{workspace}/keys")
  @ResponseStatus(201)
  @Operation(summary = "Create a key; this answer is the only one that shows it")
  public Uni<ApiKeyJson.View> createKey(String workspace, ApiKeyJson.@Nullable Post body) {
    caller.requireOperator();
    ApiKeyJson.Post post = Body.required(body);
    return keys.create(
            workspace,
            Objects.requireNonNullElse(post.name(), "unnamed"),
            post.knownKind(),
            post.scopesOrDefault())
        .map(ApiKeyJson.View::of);
  }

  @GET
  @Path("/{workspace}/keys")
  @Operation(summary = "The keys of a workspace, without the keys themselves")
  public Uni<Keys> listKeys(String workspace) {
    caller.requireOperator();
    return keys.list(workspace)
        .map(found -> new Keys(found.stream().map(ApiKeyJson.View::of).toList()));
  }

  @DELETE
  @Path("/{workspace}/keys/{id}")
  @Operation(summary = "Delete a key: it stops working within seconds")
  public Uni<Void> deleteKey(String workspace, UUID id) {
    caller.requireOperator();
    return keys.delete(workspace, id);
  }
}
