package dev.perennial.segment.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row whose lock puts all changes of definitions in order. */
@Entity(name = "Generation")
@Table(name = "definition_generation")
class GenerationEntity {

  static final int THE_ONE = 1;

  @Id int id;
  @Column long generation;

  long next() {
    return ++generation;
  }
}
