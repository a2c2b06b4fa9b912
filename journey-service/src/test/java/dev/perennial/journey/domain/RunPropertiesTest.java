package dev.perennial.journey.domain;

import static dev.perennial.journey.domain.Given.NOON;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.journey.domain.Run.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for every journey that may be published and whatever happens to a run of it. */
class RunPropertiesTest {

  private record Happens(Duration after, Input input) {}

  @Property(tries = 500)
  void aRunNeverAsksForTheSameMessageTwice(
      @ForAll("journeys") Journey journey, @ForAll("histories") List<Happens> history) {
    var ids = new HashSet<>();
    for (Command command : play(journey, history)) {
      if (command instanceof Command.SendMessage send) {
        assertTrue(ids.add(send.id()), "asked twice for " + send);
      }
    }
  }

  @Property(tries = 500)
  void aRunHasEndedOrWaitsForAnInstantToCome(
      @ForAll("journeys") Journey journey, @ForAll("histories") List<Happens> history) {
    Instant now = NOON;
    Run run = begin(journey, now);
    for (Happens happens : history) {
      now = now.plus(happens.after());
      run = RunStep.of(journey, run, happens.input(), now).run();
      run = RunStep.of(journey, run, new Input.TimerDue(), now).run();
      Instant asOf = now;
      assertTrue(
          switch (run.state()) {
            case State.Begun _ -> false;
            case State.Waiting waiting -> waiting.dueAt().isAfter(asOf);
            case State.Ended _ -> true;
          },
          () -> "neither ended nor waiting");
    }
  }

  @Property(tries = 500)
  void aReplayComesToTheSame(
      @ForAll("journeys") Journey journey, @ForAll("histories") List<Happens> history) {
    assertEquals(play(journey, history), play(journey, history));
  }

  @Property(tries = 500)
  void anEndedRunStaysAsItIs(
      @ForAll("journeys") Journey journey, @ForAll("histories") List<Happens> history) {
    Run ended = begin(journey, NOON).with(new State.Ended(Run.Ending.EXITED, NOON), 3, 1);
    for (Happens happens : history) {
      RunStep step = RunStep.of(journey, ended, happens.input(), NOON.plus(happens.after()));
      assertEquals(new RunStep(ended, List.of()), step);
    }
  }

  private static List<Command> play(Journey journey, List<Happens> history) {
    Instant now = NOON;
    RunStep step = RunStep.of(journey, begun(journey), new Input.Entered(), now);
    var commands = new ArrayList<>(step.commands());
    for (Happens happens : history) {
      now = now.plus(happens.after());
      step = RunStep.of(journey, step.run(), happens.input(), now);
      commands.addAll(step.commands());
    }
    return commands;
  }

  private static Run begin(Journey journey, Instant now) {
    return RunStep.of(journey, begun(journey), new Input.Entered(), now).run();
  }

  private static Run begun(Journey journey) {
    return Run.begin(Given.ANN, Given.published(journey), 1, NOON, 5, NOON);
  }

  /** Any graph of up to six nodes that the rules let pass once what no run reaches is cut off. */
  @Provide
  Arbitrary<Journey> journeys() {
    return Arbitraries.integers()
        .between(1, 6)
        .flatMap(size -> node(size).list().ofSize(size))
        .map(RunPropertiesTest::journey)
        .filter(journey -> JourneyRules.problems(journey).isEmpty());
  }

  private static Arbitrary<Node> node(int size) {
    Arbitrary<String> next = Arbitraries.integers().between(0, size - 1).map(i -> "n" + i);
    Arbitrary<Node> messages =
        next.map(n -> new Node.Message("email", "hello", "", Optional.of(Duration.ofHours(1)), n));
    Arbitrary<Node> delays =
        Arbitraries.integers()
            .between(1, 48)
            .flatMap(hours -> next.map(n -> new Node.Delay(Duration.ofHours(hours), n)));
    return Arbitraries.oneOf(messages, delays, Arbitraries.just(new Node.Exit()));
  }

  private static Journey journey(List<Node> list) {
    var all = new HashMap<String, Node>();
    for (int i = 0; i < list.size(); i++) {
      all.put("n" + i, list.get(i));
    }
    var reached = new HashMap<String, Node>();
    String at = "n0";
    while (!reached.containsKey(at)) {
      Node node = requireNonNull(all.get(at));
      reached.put(at, node);
      at = node.following().orElse(at);
    }
    return new Journey(Given.WIN_BACK.start(), Given.WIN_BACK.exits(), "n0", Map.copyOf(reached));
  }

  @Provide
  Arbitrary<List<Happens>> histories() {
    Arbitrary<Duration> after = Arbitraries.integers().between(0, 72).map(Duration::ofHours);
    Arbitrary<Long> revisions = Arbitraries.longs().between(1, 10);
    Arbitrary<Instant> instants =
        Arbitraries.integers().between(-9, 99).map(h -> NOON.plus(Duration.ofHours(h)));
    Arbitrary<Input> inputs =
        Arbitraries.frequencyOf(
            Tuple.of(8, Arbitraries.just(new Input.TimerDue())),
            Tuple.of(
                1,
                revisions.flatMap(
                    r -> instants.map(t -> new Input.ActivitySeen("Order Completed", r, t)))),
            Tuple.of(
                1,
                revisions.flatMap(
                    r -> instants.map(t -> new Input.SegmentMoved("lapsed", Movement.LEFT, r, t)))),
            Tuple.of(1, Arbitraries.of(true, false).map(Input.Merged::new)));
    return after.flatMap(a -> inputs.map(i -> new Happens(a, i))).list().ofMaxSize(30);
  }
}
