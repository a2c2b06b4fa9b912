package dev.perennial.recommendation.serving.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row whose lock puts all changes of placements in order. */
@Entity(name = "PlacementGeneration")
@Table(name = "placement_generation")
class PlacementGeneration {

  static final int THE_ONE = 1;

  @Id int id;
  @Column long generation;

  void next() {
    generation++;
  }
}
