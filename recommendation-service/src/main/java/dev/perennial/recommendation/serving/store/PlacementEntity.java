package dev.perennial.recommendation.serving.store;

import dev.perennial.recommendation.serving.domain.PlacementDefinition;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A placement, also after it was deleted, so that its versions go on when it comes back. */
@Entity(name = "Placement")
@Table(name = "placement")
@IdClass(PlacementEntity.PlacementId.class)
class PlacementEntity {

  @Id String workspace;
  @Id String key;
  @Column String name;
  @Column int version;
  @Column String definition;

  @Column(name = "changed_at")
  Instant changedAt;

  @Column(name = "deleted_at")
  @Nullable Instant deletedAt;

  /** The key of the table. */
  record PlacementId(String workspace, String key) implements Serializable {}

  PlacementDefinition toDefinition() {
    return new PlacementDefinition(workspace, key, name, version, definition, changedAt);
  }
}
