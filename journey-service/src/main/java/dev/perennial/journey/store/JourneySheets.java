package dev.perennial.journey.store;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.perennial.contracts.Shards;
import dev.perennial.journey.domain.JourneyId;
import dev.perennial.journey.domain.JourneySheet;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tables {@code journey} and {@code journey_version}, as people edit them. */
@ApplicationScoped
public class JourneySheets {

  private final Shards shards;

  JourneySheets(@ConfigProperty(name = "perennial.shards") int shards) {
    this.shards = new Shards(shards);
  }

  public Uni<List<JourneySheet>> of(Mutiny.Session session, String workspace) {
    return session
        .createSelectionQuery(
            "from Journey where workspace = :workspace order by key", JourneyEntity.class)
        .setParameter("workspace", workspace)
        .getResultList()
        .map(entities -> entities.stream().map(JourneyEntity::sheet).toList());
  }

  public Uni<Optional<JourneySheet>> find(Mutiny.Session session, JourneyId id) {
    return session
        .find(JourneyEntity.class, new JourneyEntity.Key(id.workspace(), id.key()))
        .map(entity -> Optional.ofNullable(entity).map(JourneyEntity::sheet));
  }

  /** As {@link #find}, and nobody else changes it before the transaction ends. */
  public Uni<Optional<JourneySheet>> lock(Mutiny.Session session, JourneyId id) {
    return session
        .find(
            JourneyEntity.class,
            new JourneyEntity.Key(id.workspace(), id.key()),
            LockModeType.PESSIMISTIC_WRITE)
        .map(entity -> Optional.ofNullable(entity).map(JourneyEntity::sheet));
  }

  public Uni<JourneySheet> save(Mutiny.Session session, JourneySheet sheet) {
    var entity = new JourneyEntity();
    entity.set(sheet);
    return session.merge(entity).replaceWith(sheet);
  }

  /** The definition of the newest version; empty while there is none. */
  public Uni<Optional<String>> newestDefinition(Mutiny.Session session, JourneySheet sheet) {
    var key =
        new JourneyVersionEntity.Key(sheet.id().workspace(), sheet.id().key(), sheet.version());
    return session
        .find(JourneyVersionEntity.class, key)
        .map(entity -> Optional.ofNullable(entity).map(version -> version.definition));
  }

  /** Keeps what a version says, for good. */
  public Uni<Void> addVersion(Mutiny.Session session, JourneySheet sheet) {
    var entity = new JourneyVersionEntity();
    entity.workspace = sheet.id().workspace();
    entity.journey = sheet.id().key();
    entity.version = sheet.version();
    entity.definition = sheet.draft();
    entity.publishedAt = sheet.changedAt();
    return session.persist(entity);
  }

  /** Has every shard take in the members of a segment, from the first one on. */
  public Uni<Void> enrol(Mutiny.Session session, JourneySheet sheet, String segment) {
    return enrolments(session, sheet.id())
        .map(old -> {
          var byShard = old.stream().collect(toMap(entity -> entity.shard, identity()));
          var added = new ArrayList<EnrolmentEntity>();
          for (int shard = 0; shard < shards.count(); shard++) {
            var entity = byShard.get(shard);
            if (entity == null) {
              entity = enrolment(sheet.id(), shard);
              added.add(entity);
            }
            entity.version = sheet.version();
            entity.segment = segment;
            entity.after = "";
            entity.done = false;
          }
          return added;
        })
        .flatMap(added -> added.isEmpty() ? nothing() : session.persistAll(added.toArray()));
  }

  /** Stops taking in members. */
  public Uni<Void> stopEnrolling(Mutiny.Session session, JourneyId id) {
    return enrolments(session, id)
        .invoke(entities -> entities.forEach(entity -> entity.done = true))
        .replaceWithVoid();
  }

  private static Uni<List<EnrolmentEntity>> enrolments(Mutiny.Session session, JourneyId id) {
    return session
        .createSelectionQuery(
            "from Enrolment where workspace = :workspace and journey = :journey",
            EnrolmentEntity.class)
        .setParameter("workspace", id.workspace())
        .setParameter("journey", id.key())
        .getResultList();
  }

  private static EnrolmentEntity enrolment(JourneyId id, int shard) {
    var entity = new EnrolmentEntity();
    entity.workspace = id.workspace();
    entity.journey = id.key();
    entity.shard = shard;
    return entity;
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }
}
