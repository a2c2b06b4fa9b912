package dev.perennial.journey.domain;

import static dev.perennial.journey.domain.Given.DAY;
import static dev.perennial.journey.domain.Given.NOON;
import static dev.perennial.journey.domain.Given.WIN_BACK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Given these inputs, expect those outputs; each told once, and each told twice. */
class RunStepTest {

  private record At(Instant now, Input input) {}

  private static final At ENTERED = new At(NOON, new Input.Entered());
  private static final Instant DUE = NOON.plus(DAY.multipliedBy(3));

  private static At due(Instant now) {
    return new At(now, new Input.TimerDue());
  }

  private static At order(Instant now, long revision, Instant occurredAt) {
    return new At(now, new Input.ActivitySeen("Order Completed", revision, occurredAt));
  }

  private static At moved(Movement movement, long revision, Instant at) {
    return new At(at, new Input.SegmentMoved("lapsed", movement, revision, at));
  }

  static Stream<Arguments> table() {
    var later = NOON.plus(DAY);
    String mail = "mail: asked for email message win-back";
    String pause = "pause: waits until 2026-03-04T12:00:00Z";
    String last = "last: asked for email message last-call";
    String end = "end: came to the end";
    return Stream.of(
        arguments("a run walks until it waits", List.of(ENTERED), List.of(mail, pause)),
        arguments(
            "a timer takes it on to the end",
            List.of(ENTERED, due(DUE)),
            List.of(mail, pause, last, end)),
        arguments(
            "a timer that comes early is not heard",
            List.of(ENTERED, due(DUE.minusMillis(1))),
            List.of(mail, pause)),
        arguments(
            "a timer that comes late takes it on all the same",
            List.of(ENTERED, due(DUE.plus(DAY))),
            List.of(mail, pause, last, end)),
        arguments(
            "an order in the pause ends it",
            List.of(ENTERED, order(later, 8, later), due(DUE)),
            List.of(mail, pause, "pause: Order Completed happened")),
        arguments(
            "an order known at the start does not",
            List.of(ENTERED, order(later, 7, later)),
            List.of(mail, pause)),
        arguments(
            "an order of before the start that is told late does not",
            List.of(ENTERED, order(later, 8, NOON.minusSeconds(1))),
            List.of(mail, pause)),
        arguments(
            "an order seen before its first step keeps it from starting",
            List.of(order(later, 8, later), ENTERED),
            List.of(": Order Completed happened")),
        arguments(
            "leaving the segment ends it",
            List.of(ENTERED, moved(Movement.LEFT, 8, later)),
            List.of(mail, pause, "pause: left segment lapsed")),
        arguments(
            "leaving at the very instant of entering ends it when it was evaluated later",
            List.of(ENTERED, moved(Movement.LEFT, 7, NOON)),
            List.of(mail, pause, "pause: left segment lapsed")),
        arguments(
            "a leaving of before the entry does not",
            List.of(ENTERED, moved(Movement.LEFT, 6, NOON)),
            List.of(mail, pause)),
        arguments(
            "entering is no exit here",
            List.of(ENTERED, moved(Movement.ENTERED, 8, later)),
            List.of(mail, pause)),
        arguments(
            "a merge into a profile that is in the journey ends it",
            List.of(ENTERED, new At(later, new Input.Merged(true)), due(DUE)),
            List.of(mail, pause, "pause: merged into a profile that is in this journey already")),
        arguments("nothing is heard before the start", List.of(due(DUE)), List.of()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  void aStepIsWhatTheTableSays(String name, List<At> inputs, List<String> expected) {
    assertEquals(expected, told(inputs, 1));
  }

  @ParameterizedTest(name = "{0}, told twice")
  @MethodSource("table")
  void anInputToldTwiceCountsOnce(String name, List<At> inputs, List<String> expected) {
    assertEquals(expected, told(inputs, 2));
  }

  @ParameterizedTest
  @MethodSource("staleness")
  void aMessageAgesFromWhenItWasDue(Duration late, String expected) {
    var journey =
        new Journey(
            WIN_BACK.start(),
            List.of(),
            "pause",
            java.util.Map.of(
                "pause", new Node.Delay(DAY, "mail"),
                "mail",
                    new Node.Message(
                        "email",
                        "win-back",
                        "",
                        java.util.Optional.of(Duration.ofHours(12)),
                        "end"),
                "end", new Node.Exit()));
    Run run = RunStep.of(journey, Given.begun(), new Input.Entered(), NOON).run();
    var step = RunStep.of(journey, run, new Input.TimerDue(), NOON.plus(DAY).plus(late));
    assertEquals(
        expected,
        switch (step.commands().getFirst()) {
          case Command.SendMessage send -> "expires " + send.expiresAt().orElseThrow();
          case Command other -> other.reason();
        });
  }

  static Stream<Arguments> staleness() {
    return Stream.of(
        arguments(Duration.ofHours(11), "expires 2026-03-03T00:00:00Z"),
        arguments(
            Duration.ofHours(12),
            "not asked for: the message was due at 2026-03-02T12:00:00Z and has gone stale"));
  }

  private static List<String> told(List<At> inputs, int times) {
    Run run = Given.begun();
    var told = new ArrayList<String>();
    for (At at : inputs) {
      for (int i = 0; i < times; i++) {
        RunStep step = RunStep.of(WIN_BACK, run, at.input(), at.now());
        run = step.run();
        step.commands().forEach(command -> told.add(command.node() + ": " + command.reason()));
      }
    }
    return told;
  }
}
