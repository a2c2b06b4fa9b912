package dev.perennial.journey.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JourneyRulesTest {

  private static Node message(String next) {
    return new Node.Message("email", "hello", "", Optional.empty(), next);
  }

  private static Node delay(String next) {
    return new Node.Delay(Duration.ofDays(1), next);
  }

  private static List<Problem> problems(Map<String, Node> nodes) {
    return JourneyRules.problems(new Journey(Given.WIN_BACK.start(), List.of(), "a", nodes));
  }

  @Test
  void aSoundJourneyHasNoProblems() {
    assertEquals(List.of(), JourneyRules.problems(Given.WIN_BACK));
  }

  @Test
  void everyNextIsANode() {
    assertEquals(
        List.of(new Problem("/nodes/a/next", "there is no node 'b'")),
        problems(Map.of("a", message("b"))));
  }

  @Test
  void everyNodeCanBeReached() {
    assertEquals(
        List.of(new Problem("/nodes/b", "no run can come here")),
        problems(Map.of("a", new Node.Exit(), "b", new Node.Exit())));
  }

  @Test
  void aCircleNeedsADelay() {
    assertEquals(
        List.of(new Problem("/nodes/b/next", "a circle through 'a' needs a delay")),
        problems(Map.of("a", message("b"), "b", message("a"))));
    assertEquals(List.of(), problems(Map.of("a", message("b"), "b", delay("a"))));
  }

  @Test
  void onlyThoseWhoEnteredCanBeTakenIn() {
    var start = new Start.OnSegment("lapsed", Movement.LEFT, true, new Reentry.Once());
    assertEquals(
        List.of(new Problem("/start/existing", "only those who entered can be taken in")),
        JourneyRules.problems(new Journey(start, List.of(), "a", Map.of("a", new Node.Exit()))));
  }
}
