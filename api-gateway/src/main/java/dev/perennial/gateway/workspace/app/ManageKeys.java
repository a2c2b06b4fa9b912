package dev.perennial.gateway.workspace.app;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import dev.perennial.gateway.domain.NotFoundException;
import dev.perennial.gateway.workspace.domain.ApiKey;
import dev.perennial.gateway.workspace.domain.KeyKind;
import dev.perennial.gateway.workspace.domain.KeyText;
import dev.perennial.gateway.workspace.domain.Scopes;
import dev.perennial.gateway.workspace.store.ApiKeyStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** The keys of a workspace. Its use cases fail with {@link NotFoundException} if there is none. */
@ApplicationScoped
public class ManageKeys {

  /**
   * A new key, in the only moment when it can be shown.
   *
   * @param secret the key itself, which is nowhere else
   */
  public record Created(ApiKey key, String secret) {}

  private final SecureRandom random = new SecureRandom();
  private final NoArgGenerator ids = Generators.timeBasedEpochRandomGenerator();
  private final ManageWorkspaces workspaces;
  private final ApiKeyStore keys;
  private final FindAccess access;
  private final Clock clock;

  ManageKeys(ManageWorkspaces workspaces, ApiKeyStore keys, FindAccess access, Clock clock) {
    this.workspaces = workspaces;
    this.keys = keys;
    this.access = access;
    this.clock = clock;
  }

  public Uni<Created> create(String workspace, String name, KeyKind kind, Scopes scopes) {
    String secret = KeyText.create(kind, random);
    var key =
        new ApiKey(
            ids.generate(),
            workspace,
            name,
            kind,
            scopes,
            KeyText.shownPart(secret),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    return workspaces
        .get(workspace)
        .chain(() -> keys.create(key, KeyText.hash(secret)))
        .map(created -> new Created(created, secret));
  }

  public Uni<List<ApiKey>> list(String workspace) {
    return workspaces.get(workspace).chain(() -> keys.list(workspace));
  }

  /** The key stops working here at once, and within seconds on other replicas. */
  public Uni<Void> delete(String workspace, UUID id) {
    return keys.delete(workspace, id)
        .invoke(access::forget)
        .invoke(deleted -> {
          if (!deleted) {
            throw new NotFoundException("no such key");
          }
        })
        .replaceWithVoid();
  }
}
