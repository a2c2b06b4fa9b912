package dev.perennial.journey.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.journey.domain.ExitRule;
import dev.perennial.journey.domain.Journey;
import dev.perennial.journey.domain.Movement;
import dev.perennial.journey.domain.Node;
import dev.perennial.journey.domain.Problem;
import dev.perennial.journey.domain.Reentry;
import dev.perennial.journey.domain.Start;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionParserTest {

  private static final String SOUND =
      """
      {"key": "win-back",
       "start": {"segment": "lapsed", "on": "entered", "existing": true, "reentry": {"after": "P30D"}},
       "exits": [{"segment": "lapsed", "on": "left"}, {"event": "Order Completed"}],
       "nodes": {
        "wait": {"type": "delay", "for": "P3D", "next": "mail"},
        "mail": {"type": "message", "channel": "email", "template": "win-back", "topic": "offers",
                 "ttl": "PT12H", "next": "end"},
        "end": {"type": "exit"}}}
      """;

  private final DefinitionParser parser = new DefinitionParser();

  private List<Problem> problems(String definition) {
    return switch (parser.parse("win-back", definition)) {
      case Definition.Valid _ -> List.of();
      case Definition.Invalid(var problems) -> problems;
    };
  }

  @Test
  void aDefinitionIsReadInFull() {
    var valid = assertInstanceOf(Definition.Valid.class, parser.parse("win-back", SOUND));
    assertEquals(
        new Journey(
            new Start.OnSegment(
                "lapsed", Movement.ENTERED, true, new Reentry.After(Duration.ofDays(30))),
            List.of(
                new ExitRule.OnSegment("lapsed", Movement.LEFT),
                new ExitRule.OnEvent("Order Completed")),
            "wait",
            Map.of(
                "wait",
                new Node.Delay(Duration.ofDays(3), "mail"),
                "mail",
                new Node.Message(
                    "email", "win-back", "offers", Optional.of(Duration.ofHours(12)), "end"),
                "end",
                new Node.Exit())),
        valid.journey());
  }

  @Test
  void aJourneyTakesEachPersonOnceUnlessItSaysOtherwise() {
    var text = SOUND.replace(", \"reentry\": {\"after\": \"P30D\"}", "");
    var valid = assertInstanceOf(Definition.Valid.class, parser.parse("win-back", text));
    assertEquals(new Reentry.Once(), valid.journey().start().reentry());
  }

  @ParameterizedTest(name = "{0} -> {1} is reported at {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"key\": \"win-back\" | {\"key\": \"other\" | /key",
        "\"lapsed\", \"on\": \"entered\" | \"Lapsed!\", \"on\": \"entered\" | /start/segment",
        "\"on\": \"entered\" | \"on\": \"joined\" | /start/on",
        "\"on\": \"entered\" | \"event\": \"x\" | /start/on",
        "\"existing\": true | \"existing\": \"yes\" | /start/existing",
        "\"after\": \"P30D\" | \"after\": \"P1M\" | /start/reentry/after",
        "{\"after\": \"P30D\"} | \"twice\" | /start/reentry",
        "{\"event\": \"Order Completed\"} | {\"event\": \"\"} | /exits/1/event",
        "{\"event\": \"Order Completed\"} | {} | /exits/1/segment",
        "\"for\": \"P3D\" | \"for\": \"PT0S\" | /nodes/wait/for",
        "\"for\": \"P3D\" | \"for\": \"3 days\" | /nodes/wait/for",
        "\"next\": \"mail\" | \"next\": \"mial\" | /nodes/wait/next",
        "\"type\": \"exit\" | \"type\": \"exit\", \"next\": \"mail\" | /nodes/end/next",
        "\"type\": \"exit\" | \"type\": \"webhook\" | /nodes/end/type",
        "\"end\": { | \"e/n\": { | /nodes/e~1n",
      })
  void whatIsWrongIsReportedWhereItIs(String part, String wrong, String pointer) {
    String broken = SOUND.replace(part, wrong);
    assertTrue(
        problems(broken).stream().anyMatch(problem -> problem.pointer().equals(pointer)),
        () -> problems(broken).toString());
  }

  @Test
  void everyProblemIsReportedAtOnce() {
    var broken = SOUND.replace("\"entered\"", "\"joined\"").replace("\"P3D\"", "\"soon\"");
    assertEquals(
        List.of("/start/on", "/nodes/wait/for"),
        problems(broken).stream().map(Problem::pointer).toList());
  }

  @Test
  void brokenJsonIsReportedWithItsPosition() {
    assertEquals(
        List.of(new Problem("", "is not JSON at line 2, column 3")),
        parser.problemsOfJson("{\"a\": 1,\n  oops}"));
  }

  @Test
  void aFieldThatIsThereTwiceIsNoJson() {
    assertEquals(1, parser.problemsOfJson("{\"a\": 1, \"a\": 2}").size());
  }
}
