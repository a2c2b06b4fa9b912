package dev.perennial.journey.api;

import static dev.perennial.journey.app.Timestamps.timestamp;

import dev.perennial.contracts.journey.v1.Decision;
import dev.perennial.contracts.journey.v1.Journey;
import dev.perennial.contracts.journey.v1.JourneyState;
import dev.perennial.contracts.journey.v1.JourneyStats;
import dev.perennial.contracts.journey.v1.Run;
import dev.perennial.journey.app.ReadRuns.Told;
import dev.perennial.journey.domain.JourneySheet;
import dev.perennial.journey.domain.Run.Ending;
import dev.perennial.journey.domain.Run.State;
import dev.perennial.journey.domain.RunCounts;

/** Domain to contracts. */
final class Encoding {

  private Encoding() {}

  static Journey journey(JourneySheet sheet) {
    return Journey.newBuilder()
        .setWorkspace(sheet.id().workspace())
        .setKey(sheet.id().key())
        .setName(sheet.name())
        .setDefinition(sheet.draft())
        .setState(
            switch (sheet.stage()) {
              case DRAFT -> JourneyState.DRAFT;
              case PUBLISHED -> JourneyState.PUBLISHED;
              case PAUSED -> JourneyState.PAUSED;
            })
        .setVersion(sheet.version())
        .setChangedAt(timestamp(sheet.changedAt()))
        .build();
  }

  static JourneyStats stats(RunCounts counts) {
    return JourneyStats.newBuilder()
        .setEnrolling(counts.enrolling())
        .setRunsStarted(counts.started())
        .setRunsActive(counts.active())
        .setRunsCompleted(counts.completed())
        .setRunsExited(counts.exited())
        .setMessagesRequested(counts.messages())
        .build();
  }

  static Run run(Told told) {
    var run = told.run();
    var encoded =
        Run.newBuilder()
            .setRunId(run.id().toString())
            .setJourney(run.journey())
            .setVersion(run.version())
            .setStartedAt(timestamp(run.startedAt()));
    switch (run.state()) {
      case State.Begun _ -> encoded.setState("active");
      case State.Waiting(String node, var dueAt) ->
          encoded.setState("active").setNode(node).setDueAt(timestamp(dueAt));
      case State.Ended(Ending ending, var at) ->
          encoded
              .setState(ending == Ending.COMPLETED ? "completed" : "exited")
              .setEndedAt(timestamp(at));
    }
    for (var decision : told.decisions()) {
      encoded.addDecisions(
          Decision.newBuilder()
              .setDecidedAt(timestamp(decision.decidedAt()))
              .setNode(decision.node())
              .setReason(decision.reason()));
    }
    return encoded.build();
  }
}
