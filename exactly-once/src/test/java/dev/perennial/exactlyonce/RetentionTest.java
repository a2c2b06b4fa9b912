package dev.perennial.exactlyonce;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.localstack.TestStack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class RetentionTest {

  @Test
  void aDeadRecordNobodyReplaysIsGivenUpInTheEndAndThenDeleted() {
    try (var rig = new Rig(TestStack.shared())) {
      rig.start(Checkpoint.NONE, Map.of());
      rig.send(
          Stream.of("1=a", "2=poison", "3=c")
              .map(s -> new ProducerRecord<>(rig.flow.revised(), "key", s.getBytes(UTF_8))));
      var dead = List.of("key:2=poison");
      rig.awaitResult(new Flow.Result(Map.of("revised/key", "a,"), dead));

      age(rig, 89);
      assertEquals(Optional.empty(), dueOf(rig));

      age(rig, 91);
      restart(rig);
      rig.awaitResult(new Flow.Result(Map.of("revised/key", "a,c,"), dead));
      restart(rig);
      rig.awaitResult(new Flow.Result(Map.of("revised/key", "a,c,"), List.of()));
    }
  }

  @Test
  void aSlotIsEmptiedWhenNothingFollows() {
    try (var rig = new Rig(TestStack.shared())) {
      rig.start(Checkpoint.NONE, Map.of("outbox-retention", "PT0.2S"));
      var events = Flow.events(50);
      rig.send(events);
      rig.awaitResult(Flow.expected(events));
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () -> rig.query("select from consumer_position where outbox is not null").isEmpty());
      var more = Flow.events(80).subList(50, 80);
      rig.send(more);
      rig.awaitResult(Flow.expected(Flow.events(80)));
    }
  }

  private static void age(Rig rig, int days) {
    rig.execute("update dead_record set failed_at = now() - interval '%d days'".formatted(days));
  }

  private static Optional<?> dueOf(Rig rig) {
    return new DeadRecordRetention(rig.pool(), "second", Duration.ofDays(90))
        .prepare(Set.of(0, 1, 2))
        .await()
        .atMost(Duration.ofSeconds(5));
  }

  /** Retention is looked at when a session begins. */
  private static void restart(Rig rig) {
    rig.stopAll();
    rig.start(Checkpoint.NONE, Map.of());
  }
}
