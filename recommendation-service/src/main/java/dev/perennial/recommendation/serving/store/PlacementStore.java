package dev.perennial.recommendation.serving.store;

import dev.perennial.recommendation.serving.domain.NoSuchPlacement;
import dev.perennial.recommendation.serving.domain.PlacementDefinition;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** Placements, as people edit them. */
@ApplicationScoped
public class PlacementStore {

  private final Mutiny.SessionFactory sessions;

  PlacementStore(Mutiny.SessionFactory sessions) {
    this.sessions = sessions;
  }

  /** Creates or changes one. */
  public Uni<PlacementDefinition> put(
      String workspace, String key, String name, String definition, Instant now) {
    return sessions
        .withTransaction(session ->
            lock(session)
                .invoke(PlacementGeneration::next)
                .chain(() -> find(session, workspace, key))
                .chain(kept -> {
                  var entity = kept.orElseGet(() -> created(workspace, key));
                  entity.name = name;
                  entity.version++;
                  entity.definition = definition;
                  entity.changedAt = now;
                  entity.deletedAt = null;
                  return kept.isPresent()
                      ? Uni.createFrom().item(entity)
                      : session.persist(entity).replaceWith(entity);
                }))
        .map(PlacementEntity::toDefinition);
  }

  /** Fails with {@link NoSuchPlacement}. */
  public Uni<Void> delete(String workspace, String key, Instant now) {
    return sessions.withTransaction(session ->
        lock(session)
            .invoke(PlacementGeneration::next)
            .chain(() -> find(session, workspace, key))
            .invoke(kept ->
                kept.filter(one -> one.deletedAt == null)
                        .orElseThrow(NoSuchPlacement::new)
                        .deletedAt =
                    now)
            .replaceWithVoid());
  }

  public Uni<Optional<PlacementDefinition>> get(String workspace, String key) {
    return sessions.withTransaction(session ->
        find(session, workspace, key)
            .map(kept ->
                kept.filter(one -> one.deletedAt == null).map(PlacementEntity::toDefinition)));
  }

  /** In order of their keys. */
  public Uni<List<PlacementDefinition>> list(String workspace) {
    return sessions.withTransaction(session ->
        session
            .createSelectionQuery(
                "from Placement p where p.workspace = :workspace and p.deletedAt is null"
                    + " order by p.key",
                PlacementEntity.class)
            .setParameter("workspace", workspace)
            .getResultList()
            .map(found -> found.stream().map(PlacementEntity::toDefinition).toList()));
  }

  private static PlacementEntity created(String workspace, String key) {
    var entity = new PlacementEntity();
    entity.workspace = workspace;
    entity.key = key;
    return entity;
  }

  private static Uni<PlacementGeneration> lock(Mutiny.Session session) {
    return session.find(
        PlacementGeneration.class, PlacementGeneration.THE_ONE, LockMode.PESSIMISTIC_WRITE);
  }

  private static Uni<Optional<PlacementEntity>> find(
      Mutiny.Session session, String workspace, String key) {
    return session
        .find(PlacementEntity.class, new PlacementEntity.PlacementId(workspace, key))
        .map(Optional::ofNullable);
  }
}
