package dev.perennial.journey;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.contracts.channel.v1.MessageRequest;
import dev.perennial.contracts.journey.v1.Decision;
import dev.perennial.contracts.journey.v1.Run;
import dev.perennial.journey.domain.DerivedId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class JourneyFlowTest {

  @Inject Topic topic;
  @Inject Desk desk;

  private String workspace;
  private Person ann;

  @BeforeEach
  void aShopOfItsOwn() {
    workspace = "shop-" + UUID.randomUUID();
    ann = new Person(topic, workspace);
  }

  @Test
  void enteringASegmentAsksForTheMessageOnceWithAnIdThatIsDerived() throws Exception {
    desk.publish(workspace, "win-back", Desk.winBack("P3D"));
    Instant at = Instant.now();
    ann.visits().entersAt("lapsed", 1, at).entersAt("lapsed", 1, at).leaves("lapsed");
    Run run = ended();
    MessageRequest request = requests(1).getFirst();
    String runId = DerivedId.of("run", workspace, "win-back", ann.id, "", "1").toString();
    assertEquals(runId, run.getRunId());
    assertEquals(
        DerivedId.of("message", workspace, runId, "mail", "1").toString(), request.getMessageId());
    assertEquals("win-back", request.getTemplate());
    assertEquals("offers", request.getTopic());
    assertEquals("mail", request.getNode());
    assertEquals(1, request.getRevision());
    assertEquals(
        Duration.ofHours(12).toSeconds(),
        request.getExpiresAt().getSeconds() - request.getRequestedAt().getSeconds());
    assertEquals(1, desk.stats(workspace, "win-back").getMessagesRequested());
    assertEquals(
        List.of(
            "entered segment lapsed", "asked for email message win-back", "left segment lapsed"),
        run.getDecisionsList().stream()
            .map(Decision::getReason)
            .filter(reason -> !reason.startsWith("waits until"))
            .toList());
  }

  @Test
  void aDelayIsKeptAndTheRunGoesOnWhenItIsOver() throws Exception {
    desk.publish(workspace, "win-back", Desk.winBack("PT2S"));
    ann.visits().enters("lapsed");
    within().until(() -> desk.runs(ann).stream().anyMatch(Run::hasDueAt));
    assertEquals(
        List.of("win-back", "last-call"),
        requests(2).stream().map(MessageRequest::getTemplate).toList());
    assertEquals("completed", ended().getState());
  }

  @Test
  void anOrderInTheDelayEndsTheRun() throws Exception {
    desk.publish(workspace, "win-back", Desk.winBack("P30D"));
    ann.visits().enters("lapsed");
    requests(1);
    ann.orders(0).visits();
    ann.orders(5_000_000);
    Run run = ended();
    assertEquals("exited", run.getState());
    assertEquals("Order Completed happened", run.getDecisionsList().getLast().getReason());
    assertEquals(1, desk.stats(workspace, "win-back").getRunsExited());
  }

  @Test
  void anEntryWaitsForTheActivityThatCausedIt() throws Exception {
    desk.publish(workspace, "win-back", Desk.winBack("P3D"));
    var neighbour = new Person(topic, workspace);
    ann.visits().entersAt("lapsed", 3, Instant.now());
    neighbour.visits().enters("lapsed");
    within().until(() -> !desk.runs(neighbour).isEmpty());
    ann.visits();
    assertEquals(List.of(), desk.runs(ann));
    ann.visits();
    assertEquals(3, requests(1).getFirst().getRevision());
  }

  @Test
  void aPausedJourneyGoesOnWhenItIsPublishedAgain() throws Exception {
    desk.publish(workspace, "win-back", Desk.winBack("PT1S"));
    ann.visits().enters("lapsed");
    requests(1);
    desk.pause(workspace, "win-back");
    var newcomer = new Person(topic, workspace);
    newcomer.visits().enters("lapsed");
    var due = Instant.ofEpochSecond(desk.runs(ann).getFirst().getDueAt().getSeconds() + 2);
    within().until(() -> Instant.now().isAfter(due));
    assertEquals(1, topic.requestsTo(ann.id).size());
    assertEquals(1, desk.publish(workspace, "win-back").getVersion());
    requests(2);
    assertEquals(List.of(), desk.runs(newcomer));
  }

  @Test
  void aRunGoesOnUnderTheProfileThatAbsorbedItsOwn() throws Exception {
    desk.publish(workspace, "win-back", Desk.winBack("P3D"));
    var winner = new Person(topic, workspace).visits();
    ann.visits().enters("lapsed");
    requests(1);
    ann.isMergedInto(winner);
    within().until(() -> desk.runs(winner).stream().anyMatch(Run::hasDueAt));
    assertEquals(List.of(), desk.runs(ann));
    within()
        .until(
            () -> desk.runs(winner).getFirst().getDecisionsList().getLast().getReason(),
            "came over from a merged profile"::equals);
    winner.orders(5_000_000);
    within().until(() -> desk.runs(winner).getFirst().getState(), "exited"::equals);
  }

  @Test
  void nothingIsLeftOfAnErasedProfile() throws Exception {
    desk.publish(workspace, "win-back", Desk.winBack("P3D"));
    ann.visits().enters("lapsed");
    within().until(() -> !desk.runs(ann).isEmpty());
    ann.isErased();
    within().until(() -> desk.runs(ann).isEmpty());
    assertEquals(0, desk.stats(workspace, "win-back").getRunsStarted());
  }

  @Test
  void runsStayOnTheVersionThatTheyEntered() throws Exception {
    desk.publish(workspace, "win-back", Desk.winBack("PT2S"));
    ann.visits().enters("lapsed");
    requests(1);
    desk.publish(workspace, "win-back", Desk.winBack("P9D").replace("last-call", "farewell"));
    assertEquals("last-call", requests(2).getLast().getTemplate());
    assertEquals(1, ended().getVersion());
  }

  private List<MessageRequest> requests(int count) throws Exception {
    within().until(() -> topic.requestsTo(ann.id).size() == count);
    return topic.requestsTo(ann.id);
  }

  private Run ended() {
    within().until(() -> desk.runs(ann).stream().anyMatch(Run::hasEndedAt));
    return desk.runs(ann).getFirst();
  }

  private static ConditionFactory within() {
    return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(100));
  }
}
