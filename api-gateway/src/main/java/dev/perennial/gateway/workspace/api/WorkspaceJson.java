package dev.perennial.gateway.workspace.api;

import dev.perennial.gateway.workspace.domain.Limits;
import dev.perennial.gateway.workspace.domain.Workspace;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A workspace in JSON; what a PUT leaves out gets its default. */
final class WorkspaceJson {

  record Put(@Nullable String name, @Nullable LimitsPut limits) {

    Limits limitsOrDefault() {
      return limits == null ? Limits.DEFAULT : limits.toLimits();
    }
  }

  record LimitsPut(
      @Nullable Integer eventBytes,
      @Nullable Integer batchBytes,
      @Nullable Integer batchEvents,
      @Nullable Integer eventsPerSecond,
      @Nullable Integer recommendationsPerSecond) {

    Limits toLimits() {
      return new Limits(
          Objects.requireNonNullElse(eventBytes, Limits.DEFAULT.eventBytes()),
          Objects.requireNonNullElse(batchBytes, Limits.DEFAULT.batchBytes()),
          Objects.requireNonNullElse(batchEvents, Limits.DEFAULT.batchEvents()),
          Objects.requireNonNullElse(eventsPerSecond, Limits.DEFAULT.eventsPerSecond()),
          Objects.requireNonNullElse(
              recommendationsPerSecond, Limits.DEFAULT.recommendationsPerSecond()));
    }
  }

  record View(String key, String name, Limits limits, Instant createdAt) {

    static View of(Workspace workspace) {
      return new View(workspace.key(), workspace.name(), workspace.limits(), workspace.createdAt());
    }
  }

  private WorkspaceJson() {}
}
