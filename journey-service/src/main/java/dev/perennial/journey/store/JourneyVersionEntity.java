package dev.perennial.journey.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity(name = "JourneyVersion")
@Table(name = "journey_version")
@IdClass(JourneyVersionEntity.Key.class)
class JourneyVersionEntity {

  record Key(String workspace, String journey, int version) {}

  @Id String workspace;
  @Id String journey;
  @Id int version;
  @Column String definition;

  @Column(name = "published_at")
  Instant publishedAt;
}
