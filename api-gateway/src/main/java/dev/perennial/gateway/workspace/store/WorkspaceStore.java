package dev.perennial.gateway.workspace.store;

import dev.perennial.gateway.workspace.domain.Workspace;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
public class WorkspaceStore {

  private final Mutiny.SessionFactory sessions;

  WorkspaceStore(Mutiny.SessionFactory sessions) {
    this.sessions = sessions;
  }

  /** Creates the workspace or changes it; its creation time stays. */
  public Uni<Workspace> put(Workspace workspace) {
    return sessions
        .withTransaction(session ->
            session
                .find(WorkspaceRow.class, workspace.key())
                .onItem()
                .ifNotNull()
                .invoke(row -> row.change(workspace))
                .onItem()
                .ifNull()
                .switchTo(() -> {
                  WorkspaceRow row = WorkspaceRow.of(workspace);
                  return session.persist(row).replaceWith(row);
                }))
        .map(WorkspaceRow::toWorkspace);
  }

  public Uni<Optional<Workspace>> find(String key) {
    return sessions
        .withSession(session -> session.find(WorkspaceRow.class, key))
        .map(row -> Optional.ofNullable(row).map(WorkspaceRow::toWorkspace));
  }

  public Uni<List<Workspace>> list() {
    return sessions
        .withSession(session ->
            session
                .createSelectionQuery("from WorkspaceRow order by key", WorkspaceRow.class)
                .getResultList())
        .map(rows -> rows.stream().map(WorkspaceRow::toWorkspace).toList());
  }
}
