package dev.perennial.exactlyonce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.exactlyonce.Checkpoint.Step;
import dev.perennial.localstack.TestStack;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LostCommitReplyTest {

  @Test
  void aUnitWhoseCommitIsNotAnsweredIsNotAppliedAgain() {
    try (var rig = new Rig(TestStack.shared());
        var proxy = new CommitReplyProxy(rig.postgresPort())) {
      var events = Flow.events(120);
      var filled = new AtomicInteger();
      Checkpoint loseThree =
          step -> {
            if (step == Step.SLOT_FILLED
                && filled.incrementAndGet() % 7 == 2
                && filled.get() < 20) {
              proxy.loseNextReply();
            }
          };
      rig.start(loseThree, Map.of(), proxy.port());
      rig.send(events);
      rig.awaitResult(Flow.expected(events));
      assertEquals(3, proxy.lost());
    }
  }
}
