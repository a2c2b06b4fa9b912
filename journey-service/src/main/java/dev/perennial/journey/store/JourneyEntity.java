package dev.perennial.journey.store;

import dev.perennial.journey.domain.JourneyId;
import dev.perennial.journey.domain.JourneySheet;
import dev.perennial.journey.domain.JourneySheet.Stage;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;

@Entity(name = "Journey")
@Table(name = "journey")
@IdClass(JourneyEntity.Key.class)
class JourneyEntity {

  record Key(String workspace, String key) {}

  @Id String workspace;
  @Id String key;
  @Column String name;
  @Column String draft;
  @Column String state;
  @Column int version;

  @Column(name = "changed_at")
  Instant changedAt;

  JourneySheet sheet() {
    return new JourneySheet(
        new JourneyId(workspace, key),
        name,
        draft,
        Stage.valueOf(state.toUpperCase(Locale.ROOT)),
        version,
        changedAt);
  }

  void set(JourneySheet sheet) {
    workspace = sheet.id().workspace();
    key = sheet.id().key();
    name = sheet.name();
    draft = sheet.draft();
    state = sheet.stage().name().toLowerCase(Locale.ROOT);
    version = sheet.version();
    changedAt = sheet.changedAt();
  }
}
