package dev.perennial.exactlyonce;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.exactlyonce.Checkpoint.Step;
import dev.perennial.localstack.TestStack;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TakeoverTest {

  private static final Map<String, String> IMPATIENT =
      Map.of("max-poll-interval", "PT1S", "idle-in-transaction-timeout", "PT1S", "workers", "1");

  @ParameterizedTest
  @EnumSource(names = {"PREPARED", "BEGUN", "FENCED", "SLOT_FILLED", "COMMITTED", "PUBLISHING"})
  void anOwnerThatWakesUpAfterItsPartitionMovedDoesNoHarm(Step step) {
    try (var rig = new Rig(TestStack.shared())) {
      var events = Flow.events(150);
      var pause = new Pause(step);
      var sleeper = rig.start(pause, IMPATIENT);
      rig.send(events.subList(0, 60));
      pause.awaitAsleep();
      rig.start(Checkpoint.NONE, IMPATIENT);
      rig.send(events.subList(60, 100));
      rig.awaitResult(Flow.expected(events.subList(0, 100)));
      pause.wake();
      rig.send(events.subList(100, 150));
      rig.awaitResult(Flow.expected(events));
      // Not at COMMITTED and later: what is committed is only published once more.
      if (step.compareTo(Step.COMMITTED) < 0) {
        assertTrue(sleeper.disturbances() > 0, "the sleeper noticed");
      }
    }
  }

  /** Freezes the first worker that reaches a step. */
  private static final class Pause implements Checkpoint {
    private final Step at;
    private final AtomicBoolean used = new AtomicBoolean();
    private final CountDownLatch asleep = new CountDownLatch(1);
    private final CountDownLatch awake = new CountDownLatch(1);

    Pause(Step at) {
      this.at = at;
    }

    @Override
    public void reached(Step step) {
      if (step == at && used.compareAndSet(false, true)) {
        asleep.countDown();
        try {
          awake.await();
        } catch (InterruptedException _) {
          Thread.currentThread().interrupt();
        }
      }
    }

    void awaitAsleep() {
      Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> asleep.getCount() == 0);
    }

    void wake() {
      awake.countDown();
    }
  }
}
