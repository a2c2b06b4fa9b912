package dev.perennial.exactlyonce;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.contracts.deadletter.v1.DeadRecord;
import dev.perennial.exactlyonce.Checkpoint.Step;
import dev.perennial.exactlyonce.Crashes.Crash;
import dev.perennial.localstack.TestStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class PoisonTest {

  @Test
  void poisonInTheMiddleIsSetAsideAloneAndToldToTheDeadTopicOnce() throws Exception {
    try (var rig = new Rig(TestStack.shared())) {
      var events = Flow.events(100, Set.of(0, 40, 41, 42, 77, 99));
      var crashes =
          new Crashes(List.of(new Crash(Step.COMMITTED, 2), new Crash(Step.PUBLISHING, 5)));
      rig.send(events);
      rig.start(crashes, Map.of("unit-records", "50"));
      rig.awaitResult(Flow.expected(events));
      rig.stopAll();
      var told = new ArrayList<String>();
      for (var published : rig.published(rig.flow.input() + ".dead")) {
        var dead = DeadRecord.parseFrom(published.value());
        assertEquals("a poisonous step", dead.getReason());
        told.add(dead.getKey().toStringUtf8() + ":" + dead.getValue().toStringUtf8());
      }
      assertEquals(Flow.expected(events).dead(), told.stream().sorted().toList());
    }
  }

  @Test
  void aRecordThatLeadsToOneTooLargeToPublishIsSetAside() {
    try (var rig = new Rig(TestStack.shared())) {
      var events = new ArrayList<>(Flow.events(30));
      var large = new Flow.Event("key1", "x".repeat(3_000));
      events.add(15, large);
      rig.start(Checkpoint.NONE, Map.of("record-bytes", "2500"));
      rig.send(events);
      events.remove(large);
      var expected =
          new Flow.Result(
              Flow.expected(events).histories(), List.of(large.key() + ":" + large.text()));
      rig.awaitResult(expected);
    }
  }

  @Test
  void aDeadRecordThatIsPublishedAgainByItsSourceIsNotSetAsideTwice() {
    try (var rig = new Rig(TestStack.shared())) {
      rig.start(Checkpoint.NONE, Map.of());
      rig.send(Stream.of(plain(rig, "poison", 1), plain(rig, "poison", 1), plain(rig, "s", 2)));
      rig.awaitResult(new Flow.Result(Map.of("plain/key", "s,"), List.of("key:poison")));
    }
  }

  @Test
  void aDeadRecordIsReplayedThroughTheNormalPathAndOnlyOnce() {
    try (var rig = new Rig(TestStack.shared())) {
      rig.start(Checkpoint.NONE, Map.of());
      rig.send(Stream.of(plain(rig, "poison", 1), plain(rig, "s", 2)));
      var dead = List.of("key:poison");
      rig.awaitResult(new Flow.Result(Map.of("plain/key", "s,"), dead));

      replay(rig);
      await(
          rig, "select from dead_record where replayed_at is null and replay_requested_at is null");

      rig.flow.cure();
      replay(rig);
      await(rig, "select from dead_record where replayed_at is not null");
      replay(rig);
      rig.send(Stream.of(plain(rig, "t", 3)));
      rig.awaitResult(new Flow.Result(Map.of("plain/key", "s,poison,t,"), dead));
    }
  }

  private static ProducerRecord<String, byte[]> plain(Rig rig, String text, int sequence) {
    var produced = new ProducerRecord<>(rig.flow.plain(), "key", text.getBytes(UTF_8));
    produced.headers().add(new Origin("elsewhere", sequence, 0).header());
    return produced;
  }

  private static void replay(Rig rig) {
    var id = rig.query("select id from dead_record").getFirst().getUUID("id");
    DeadRecordRows.requestReplay(rig.pool(), id).await().atMost(Duration.ofSeconds(5));
  }

  private static void await(Rig rig, String sql) {
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> rig.query(sql).size() == 1);
  }
}
