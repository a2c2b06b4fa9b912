package dev.perennial.gateway.workspace.store;

import dev.perennial.gateway.workspace.domain.Limits;
import dev.perennial.gateway.workspace.domain.Workspace;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "workspace")
class WorkspaceRow {

  @Id String key;

  @Column String name;

  @Column(name = "event_bytes")
  int eventBytes;

  @Column(name = "batch_bytes")
  int batchBytes;

  @Column(name = "batch_events")
  int batchEvents;

  @Column(name = "events_per_second")
  int eventsPerSecond;

  @Column(name = "recommendations_per_second")
  int recommendationsPerSecond;

  @Column(name = "created_at")
  Instant createdAt;

  static WorkspaceRow of(Workspace workspace) {
    var row = new WorkspaceRow();
    row.key = workspace.key();
    row.createdAt = workspace.createdAt();
    row.change(workspace);
    return row;
  }

  void change(Workspace workspace) {
    name = workspace.name();
    eventBytes = workspace.limits().eventBytes();
    batchBytes = workspace.limits().batchBytes();
    batchEvents = workspace.limits().batchEvents();
    eventsPerSecond = workspace.limits().eventsPerSecond();
    recommendationsPerSecond = workspace.limits().recommendationsPerSecond();
  }

  Limits limits() {
    return new Limits(
        eventBytes, batchBytes, batchEvents, eventsPerSecond, recommendationsPerSecond);
  }

  Workspace toWorkspace() {
    return new Workspace(key, name, limits(), createdAt);
  }
}
