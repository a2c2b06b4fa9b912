package dev.perennial.segment.store;

import dev.perennial.segment.domain.SegmentDefinition;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A segment, also after it was deleted, so that its versions go on when it comes back. */
@Entity(name = "Segment")
@Table(name = "segment")
@IdClass(SegmentEntity.SegmentId.class)
class SegmentEntity {

  @Id String workspace;
  @Id String key;
  @Column String name;
  @Column int version;
  @Column long generation;
  @Column String condition;

  @Column(name = "changed_at")
  Instant changedAt;

  @Column(name = "deleted_at")
  @Nullable Instant deletedAt;

  /** The key of the table. */
  record SegmentId(String workspace, String key) implements Serializable {}

  SegmentDefinition toDefinition() {
    return new SegmentDefinition(workspace, key, name, version, generation, condition, changedAt);
  }
}
