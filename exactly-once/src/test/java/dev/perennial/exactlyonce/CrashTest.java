package dev.perennial.exactlyonce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.exactlyonce.Checkpoint.Step;
import dev.perennial.exactlyonce.Crashes.Crash;
import dev.perennial.localstack.TestStack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CrashTest {

  @Test
  void anUndisturbedRunProcessesEachRecordOnceAndInOrder() {
    try (var rig = new Rig(TestStack.shared())) {
      var events = Flow.events(200);
      rig.start(Checkpoint.NONE, Map.of());
      rig.send(events);
      rig.awaitResult(Flow.expected(events));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REVOKED")
  void aCrashAtAnyStepChangesNeitherStateNorOutput(Step step) {
    try (var rig = new Rig(TestStack.shared())) {
      var events = Flow.events(120);
      var crashes =
          new Crashes(List.of(new Crash(step, 1), new Crash(step, 3), new Crash(step, 4)));
      rig.start(crashes, Map.of());
      rig.send(events);
      rig.awaitResult(Flow.expected(events));
      assertEquals(List.of(), crashes.left(), "crashes that did not happen");
    }
  }

  @Test
  void crashesWhilePartitionsMoveChangeNeitherStateNorOutput() {
    try (var rig = new Rig(TestStack.shared())) {
      var events = Flow.events(150);
      var moves =
          List.of(
              new Crash(Step.REVOKED, 1),
              new Crash(Step.REVOKED, 4),
              new Crash(Step.ASSIGNED, 6),
              new Crash(Step.CLAIMED, 7));
      var first = new Crashes(moves);
      rig.start(first, Map.of());
      rig.send(events.subList(0, 75));
      rig.awaitSteps(20);
      rig.start(Checkpoint.NONE, Map.of()).stop();
      var second = new Crashes(moves);
      rig.start(second, Map.of());
      rig.send(events.subList(75, 150));
      rig.start(Checkpoint.NONE, Map.of());
      rig.awaitResult(Flow.expected(events));
      assertTrue(first.left().size() < moves.size(), "partitions moved and sessions crashed");
    }
  }

  @Test
  void aServiceThatStopsAndStartsGoesOnWhereItWas() {
    try (var rig = new Rig(TestStack.shared())) {
      var events = Flow.events(300);
      rig.send(events);
      var first = rig.start(Checkpoint.NONE, Map.of());
      rig.awaitSteps(50);
      first.stop();
      rig.start(Checkpoint.NONE, Map.of());
      rig.awaitResult(Flow.expected(events));
    }
  }
}
