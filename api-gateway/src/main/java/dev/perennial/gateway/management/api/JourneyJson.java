package dev.perennial.gateway.management.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import dev.perennial.contracts.journey.v1.Decision;
import dev.perennial.contracts.journey.v1.Journey;
import dev.perennial.contracts.journey.v1.JourneyStats;
import dev.perennial.contracts.journey.v1.ListJourneysResponse;
import dev.perennial.contracts.journey.v1.Run;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Journeys in JSON. */
final class JourneyJson {

  record Put(
      @Nullable String name,
      @Schema(type = SchemaType.OBJECT, description = "start, exits and nodes")
          @Nullable JsonNode definition) {}

  record View(
      String key,
      String name,
      @JsonRawValue @Schema(type = SchemaType.OBJECT) String definition,
      @Schema(description = "DRAFT, PUBLISHED or PAUSED") String state,
      @Schema(description = "The newest published version; 0 while there is none") int version,
      @Nullable Instant changedAt) {

    static View of(Journey journey) {
      return new View(
          journey.getKey(),
          journey.getName(),
          Json.object(journey.getDefinition()),
          journey.getState().name(),
          journey.getVersion(),
          Json.instant(journey.hasChangedAt(), journey.getChangedAt()));
    }
  }

  record Page(List<View> journeys) {

    static Page of(ListJourneysResponse response) {
      return new Page(response.getJourneysList().stream().map(View::of).toList());
    }
  }

  record Stats(
      boolean enrolling,
      long runsStarted,
      long runsActive,
      long runsCompleted,
      long runsExited,
      long messagesRequested) {

    static Stats of(JourneyStats stats) {
      return new Stats(
          stats.getEnrolling(),
          stats.getRunsStarted(),
          stats.getRunsActive(),
          stats.getRunsCompleted(),
          stats.getRunsExited(),
          stats.getMessagesRequested());
    }
  }

  record RunView(
      String id,
      String journey,
      int version,
      String state,
      @Nullable String node,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable Instant dueAt,
      List<DecisionView> decisions) {

    static RunView of(Run run) {
      return new RunView(
          run.getRunId(),
          run.getJourney(),
          run.getVersion(),
          run.getState(),
          Json.textOrNull(run.getNode()),
          Json.instant(run.hasStartedAt(), run.getStartedAt()),
          Json.instant(run.hasEndedAt(), run.getEndedAt()),
          Json.instant(run.hasDueAt(), run.getDueAt()),
          run.getDecisionsList().stream().map(DecisionView::of).toList());
    }
  }

  record DecisionView(@Nullable Instant decidedAt, String node, String reason) {

    static DecisionView of(Decision decision) {
      return new DecisionView(
          Json.instant(decision.hasDecidedAt(), decision.getDecidedAt()),
          decision.getNode(),
          decision.getReason());
    }
  }

  private JourneyJson() {}
}
