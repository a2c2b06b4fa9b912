package dev.perennial.segment.store;

import dev.perennial.segment.domain.NoSuchSegment;
import dev.perennial.segment.domain.SegmentDefinition;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** Definitions of segments, as people edit them. */
@ApplicationScoped
public class SegmentStore {

  private final Mutiny.SessionFactory sessions;

  SegmentStore(Mutiny.SessionFactory sessions) {
    this.sessions = sessions;
  }

  /** Creates or changes one; another condition is another version of a new generation. */
  public Uni<SegmentDefinition> put(
      String workspace, String key, String name, String condition, Instant now) {
    return sessions
        .withTransaction(session ->
            lock(session)
                .chain(generation ->
                    find(session, workspace, key)
                        .chain(kept -> {
                          var entity = kept.orElseGet(() -> created(workspace, key));
                          change(entity, generation, name, condition, now);
                          return kept.isPresent()
                              ? Uni.createFrom().item(entity)
                              : session.persist(entity).replaceWith(entity);
                        })))
        .map(SegmentEntity::toDefinition);
  }

  /**
   * Deletes one; whoever follows profiles sees that from the next unit on.
   *
   * @return fails with {@link NoSuchSegment}
   */
  public Uni<Void> delete(String workspace, String key, Instant now) {
    return sessions.withTransaction(session ->
        lock(session)
            .chain(generation ->
                find(session, workspace, key)
                    .map(kept -> kept.filter(one -> one.deletedAt == null))
                    .invoke(kept -> {
                      kept.orElseThrow(NoSuchSegment::new).deletedAt = now;
                      generation.next();
                    }))
            .replaceWithVoid());
  }

  public Uni<Optional<SegmentDefinition>> get(String workspace, String key) {
    return sessions.withTransaction(session ->
        find(session, workspace, key)
            .map(kept ->
                kept.filter(one -> one.deletedAt == null).map(SegmentEntity::toDefinition)));
  }

  public Uni<List<SegmentDefinition>> list(String workspace) {
    return sessions.withTransaction(session ->
        session
            .createSelectionQuery(
                "from Segment s where s.workspace = :workspace and s.deletedAt is null order by s.key",
                SegmentEntity.class)
            .setParameter("workspace", workspace)
            .getResultList()
            .map(found -> found.stream().map(SegmentEntity::toDefinition).toList()));
  }

  private static void change(
      SegmentEntity entity,
      GenerationEntity generation,
      String name,
      String condition,
      Instant now) {
    if (entity.deletedAt != null || !condition.equals(entity.condition)) {
      entity.version++;
      entity.generation = generation.next();
      entity.condition = condition;
    }
    entity.name = name;
    entity.deletedAt = null;
    entity.changedAt = now;
  }

  private static SegmentEntity created(String workspace, String key) {
    var entity = new SegmentEntity();
    entity.workspace = workspace;
    entity.key = key;
    return entity;
  }

  private static Uni<GenerationEntity> lock(Mutiny.Session session) {
    return session.find(
        GenerationEntity.class, GenerationEntity.THE_ONE, LockMode.PESSIMISTIC_WRITE);
  }

  private static Uni<Optional<SegmentEntity>> find(
      Mutiny.Session session, String workspace, String key) {
    return session
        .find(SegmentEntity.class, new SegmentEntity.SegmentId(workspace, key))
        .map(Optional::ofNullable);
  }
}
