package dev.perennial.exactlyonce;

import dev.perennial.exactlyonce.Checkpoint.Step;
import dev.perennial.exactlyonce.Crashes.Crash;
import dev.perennial.localstack.TestStack;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

class CrashScheduleTest {

  /** Each try is a run of two services on a database and topics of its own. */
  @Property(tries = 8, shrinking = ShrinkingMode.OFF)
  void whateverCrashesWhenStateAndOutputAreThoseOfAnUndisturbedRun(
      @ForAll("schedules") List<Crash> first,
      @ForAll("schedules") List<Crash> second,
      @ForAll("poison") Set<Integer> poison) {
    var events = Flow.events(150, poison);
    try (var rig = new Rig(TestStack.shared())) {
      rig.start(new Crashes(first), Map.of());
      rig.send(events.subList(0, 75));
      rig.start(new Crashes(second), Map.of());
      rig.send(events.subList(75, events.size()));
      rig.awaitResult(Flow.expected(events));
    }
  }

  @Provide
  Arbitrary<List<Crash>> schedules() {
    var occurrences = Arbitraries.integers().between(1, 15);
    return Combinators.combine(Arbitraries.of(Step.class), occurrences)
        .as(Crash::new)
        .list()
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<Set<Integer>> poison() {
    return Arbitraries.integers().between(0, 149).set().ofMaxSize(3);
  }
}
