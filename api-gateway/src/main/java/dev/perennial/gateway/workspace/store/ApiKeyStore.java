package dev.perennial.gateway.workspace.store;

import dev.perennial.gateway.workspace.domain.Access;
import dev.perennial.gateway.workspace.domain.ApiKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
public class ApiKeyStore {

  private record KeyAndWorkspace(ApiKeyRow key, WorkspaceRow workspace) {

    Access access() {
      return new Access(workspace.key, key.kind(), key.scopes(), workspace.limits());
    }
  }

  private final Mutiny.SessionFactory sessions;

  ApiKeyStore(Mutiny.SessionFactory sessions) {
    this.sessions = sessions;
  }

  public Uni<ApiKey> create(ApiKey key, String hash) {
    return sessions
        .withTransaction(session -> session.persist(ApiKeyRow.of(key, hash)))
        .replaceWith(key);
  }

  public Uni<List<ApiKey>> list(String workspace) {
    return sessions
        .withSession(session ->
            session
                .createSelectionQuery(
                    "from ApiKeyRow where workspace = :workspace order by createdAt, id",
                    ApiKeyRow.class)
                .setParameter("workspace", workspace)
                .getResultList())
        .map(rows -> rows.stream().map(ApiKeyRow::toApiKey).toList());
  }

  /** Whether there was one. */
  public Uni<Boolean> delete(String workspace, UUID id) {
    return sessions
        .withTransaction(session ->
            session
                .createMutationQuery(
                    "delete from ApiKeyRow where workspace = :workspace and id = :id")
                .setParameter("workspace", workspace)
                .setParameter("id", id)
                .executeUpdate())
        .map(deleted -> deleted == 1);
  }

  public Uni<Optional<Access>> findAccess(String hash) {
    return sessions
        .withSession(session ->
            session
                .createSelectionQuery(
                    """
                    select k, w from ApiKeyRow k, WorkspaceRow w
                    where k.hash = :hash and w.key = k.workspace
                    """,
                    KeyAndWorkspace.class)
                .setParameter("hash", hash)
                .getSingleResultOrNull())
        .map(found -> Optional.ofNullable(found).map(KeyAndWorkspace::access));
  }
}
