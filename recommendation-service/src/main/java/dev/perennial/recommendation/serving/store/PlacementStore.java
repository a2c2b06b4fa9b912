package dev.perennial.recommendation.serving.store;

import dev.perennial.recommendation.serving.domain.InvalidRequest;
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

  private static final int MOST = 1_000;

  private final Mutiny.SessionFactory sessions;

  PlacementStore(Mutiny.SessionFactory sessions) {
    this.sessions = sessions;
  }

  /** Creates or changes one; fails with {@link InvalidRequest} when it would be one too many. */
  public Uni<PlacementDefinition> put(
      String workspace, String key, String name, String definition, Instant now) {
    return sessions
        .withTransaction(session ->
            lock(session)
                .invoke(PlacementGeneration::next)
                .chain(() -> find(session, workspace, key))
                .call(kept -> checkRoom(session, workspace, kept))
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

  /** Every replica has all placements in memory. */
  private static Uni<Void> checkRoom(
      Mutiny.Session session, String workspace, Optional<PlacementEntity> kept) {
    return kept.filter(one -> one.deletedAt == null).isPresent()
        ? Uni.createFrom().voidItem()
        : session
            .createSelectionQuery(
                "select count(p) from Placement p"
                    + " where p.workspace = :workspace and p.deletedAt is null",
                Long.class)
            .setParameter("workspace", workspace)
            .getSingleResult()
            .invoke(PlacementStore::checkRoom)
            .replaceWithVoid();
  }

  private static void checkRoom(long placements) {
    if (placements >= MOST) {
      throw new InvalidRequest("/key", "is one too many: a workspace has at most 1,000 placements");
    }
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
