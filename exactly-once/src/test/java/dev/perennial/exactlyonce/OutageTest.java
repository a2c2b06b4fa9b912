package dev.perennial.exactlyonce;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.localstack.Server;
import dev.perennial.localstack.TestStack;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageTest {

  private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(2);

  private static final Duration STEP_TIMEOUT = Duration.ofSeconds(2);

  private static final Map<String, String> SETTINGS =
      Map.of(
          "session-timeout", SESSION_TIMEOUT.toString(), "step-timeout", STEP_TIMEOUT.toString());

  private final TestStack stack = TestStack.start();

  @AfterAll
  void end() {
    stack.close();
  }

  @Test
  void postgresKilledAndAwayForLongerThanTheSessionTimeoutLosesAndDoublesNothing() {
    try (var rig = new Rig(stack)) {
      var service = rig.start(Checkpoint.NONE, SETTINGS);
      var events = Flow.events(400);
      rig.send(events.subList(0, 200));
      rig.awaitSteps(20);
      stack.postgres().kill();
      rig.send(events.subList(200, 400));
      awaitPast(SESSION_TIMEOUT);
      assertTrue(service.disturbances() > 0);
      assertTrue(service.isRetrying(), "health says that it waits");
      stack.postgres().start();
      rig.awaitResult(Flow.expected(events));
      Awaitility.await().until(() -> !service.isRetrying());
    }
  }

  @Test
  void kafkaKilledAndAwayForLongerThanTheSessionTimeoutLosesAndDoublesNothing() {
    outage(stack.kafka(), Server::kill, Server::start, SESSION_TIMEOUT);
  }

  @Test
  void postgresThatFreezesInTheMiddleLosesAndDoublesNothing() {
    outage(stack.postgres(), Server::pause, Server::resume, STEP_TIMEOUT);
  }

  private void outage(
      Server server, Consumer<Server> begin, Consumer<Server> end, Duration duration) {
    try (var rig = new Rig(stack)) {
      rig.start(Checkpoint.NONE, SETTINGS);
      var events = Flow.events(400);
      rig.send(events);
      rig.awaitSteps(20);
      begin.accept(server);
      awaitPast(duration);
      end.accept(server);
      rig.awaitResult(Flow.expected(events));
    }
  }

  private static void awaitPast(Duration duration) {
    long end = System.nanoTime() + duration.plusSeconds(1).toNanos();
    Awaitility.await().atMost(duration.plusSeconds(10)).until(() -> System.nanoTime() > end);
  }
}
