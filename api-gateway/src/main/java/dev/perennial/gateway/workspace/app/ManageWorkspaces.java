package dev.perennial.gateway.workspace.app;

import dev.perennial.gateway.domain.NotFoundException;
import dev.perennial.gateway.workspace.domain.Limits;
import dev.perennial.gateway.workspace.domain.Workspace;
import dev.perennial.gateway.workspace.store.WorkspaceStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Tenants, as the operator sees them. */
@ApplicationScoped
public class ManageWorkspaces {

  private final WorkspaceStore workspaces;
  private final FindAccess access;
  private final Clock clock;

  ManageWorkspaces(WorkspaceStore workspaces, FindAccess access, Clock clock) {
    this.workspaces = workspaces;
    this.access = access;
    this.clock = clock;
  }

  /** Creates the workspace or changes its name and limits. */
  public Uni<Workspace> put(String key, String name, Limits limits) {
    var workspace =
        new Workspace(key, name, limits, clock.instant().truncatedTo(ChronoUnit.MICROS));
    return workspaces.put(workspace).invoke(access::forget);
  }

  public Uni<List<Workspace>> list() {
    return workspaces.list();
  }

  /** Fails with {@link NotFoundException}. */
  public Uni<Workspace> get(String key) {
    return workspaces
        .find(key)
        .map(found -> found.orElseThrow(() -> new NotFoundException("no such workspace")));
  }
}
