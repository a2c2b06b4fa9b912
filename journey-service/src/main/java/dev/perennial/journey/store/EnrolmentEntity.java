package dev.perennial.journey.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

@Entity(name = "Enrolment")
@Table(name = "enrolment")
@IdClass(EnrolmentEntity.Key.class)
class EnrolmentEntity {

  record Key(String workspace, String journey, int shard) {}

  @Id String workspace;
  @Id String journey;
  @Id int shard;
  @Column int version;
  @Column String segment;
  @Column boolean done;

  @Column(name = "after_profile_id")
  String after;
}
