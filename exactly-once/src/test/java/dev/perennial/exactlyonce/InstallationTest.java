package dev.perennial.exactlyonce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.contracts.Shards;
import dev.perennial.localstack.TestStack;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class InstallationTest {

  @Test
  void aRestoredDatabaseGetsANewIncarnationWhileSlotsFilledBeforeKeepTheirOrigin() {
    try (var rig = new Rig(TestStack.shared())) {
      var events = Flow.events(120);
      var before = rig.start(Checkpoint.NONE, Map.of());
      rig.send(events.subList(0, 60));
      rig.awaitResult(Flow.expected(events.subList(0, 60)));
      before.stop();
      rig.execute("update installation set fingerprint = 'another place'");
      // The last slots are published again: with another origin they would count twice.
      rig.start(Checkpoint.NONE, Map.of());
      rig.send(events.subList(60, 120));
      rig.awaitResult(Flow.expected(events));
      var incarnations = "select distinct split_part(source, '/', 1) from origin_gate";
      assertEquals(2, rig.query(incarnations).size());
    }
  }

  @Test
  void anotherNumberOfShardsThanTheDatabaseWasSetUpWithIsRefused() {
    try (var rig = new Rig(TestStack.shared())) {
      rig.start(Checkpoint.NONE, Map.of());
      var thrown = assertThrows(IllegalStateException.class, () -> rig.start(new Shards(4)));
      assertTrue(String.valueOf(thrown.getMessage()).contains("set up with 3 shards"));
    }
  }

  @Test
  void aTopicWithAnotherNumberOfPartitionsIsReportedAndNothingIsConsumed() {
    try (var rig = new Rig(TestStack.shared())) {
      rig.send(Flow.events(10));
      var service = rig.start(new Shards(4));
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(() ->
              service.consumers().statuses().stream().allMatch(WorkerStatus::isMisconfigured));
      assertTrue(service.consumers().statuses().getFirst().describe().contains("has 3 partitions"));
      assertEquals(0, rig.query("select from history").size());
    }
  }

  @Test
  void anOffsetThatKafkaDoesNotHaveStopsItsPartitionOnlyAndIsNotReset() {
    try (var rig = new Rig(TestStack.shared())) {
      var events = Flow.events(60);
      var first = rig.start(Checkpoint.NONE, Map.of());
      rig.send(events.subList(0, 30));
      rig.awaitResult(Flow.expected(events.subList(0, 30)));
      first.stop();
      rig.execute(
          "update consumer_position set next_offset = 5000 where consumer = 'first' and partition = 1");
      var second = rig.start(Checkpoint.NONE, Map.of());
      rig.send(events.subList(30, 60));
      Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> stopped(second) == 1);
      var others =
          events.stream()
              .filter(e -> events.indexOf(e) < 30 || Rig.SHARDS.of(e.key()) != 1)
              .toList();
      rig.awaitResult(Flow.expected(others));
      assertEquals(
          1,
          rig.query("select from consumer_position where consumer = 'first' and next_offset = 5000")
              .size());
    }
  }

  private static int stopped(Rig.Started service) {
    return service.consumers().statuses().stream().mapToInt(WorkerStatus::stoppedPartitions).sum();
  }
}
