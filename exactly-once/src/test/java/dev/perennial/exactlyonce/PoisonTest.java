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
import java.util.UUID;
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

  @Test
  void aHeldRecordThatIsPoisonIsSetAsideItselfAndNotTheOneThatClosedTheGap() {
    try (var rig = new Rig(TestStack.shared())) {
      rig.start(Checkpoint.NONE, Map.of());
      rig.send(Stream.of(revision(rig, "2=poison"), revision(rig, "3=c"), revision(rig, "1=a")));
      var dead = List.of("key:2=poison");
      rig.awaitResult(new Flow.Result(Map.of("revised/key", "a,"), dead));
      assertEquals(
          List.of("a poisonous step"),
          rig.query("select reason from dead_record").stream()
              .map(r -> r.getString("reason"))
              .toList());

      rig.flow.cure();
      replay(rig);
      rig.awaitResult(new Flow.Result(Map.of("revised/key", "a,poison,c,"), dead));
      await(rig, "select from revision_gate where last_revision = 3 and held = 0 and not ready");
    }
  }

  @Test
  void crashesWhileHeldRecordsAreTakenUpLoseAndDoubleNothing() {
    try (var rig = new Rig(TestStack.shared())) {
      var crashes =
          new Crashes(
              List.of(
                  new Crash(Step.PREPARED, 2),
                  new Crash(Step.APPLIED, 3),
                  new Crash(Step.COMMITTED, 3),
                  new Crash(Step.SLOT_FILLED, 5)));
      rig.start(crashes, Map.of("unit-records", "2", "workers", "1"));
      var steps =
          Stream.of("9=i", "5=e", "4=poison", "3=c", "2=poison", "8=h", "6=f", "7=g", "1=a");
      rig.send(steps.map(step -> revision(rig, step)));
      rig.awaitResult(new Flow.Result(Map.of("revised/key", "a,"), List.of("key:2=poison")));
      discard(rig);
      rig.awaitResult(
          new Flow.Result(Map.of("revised/key", "a,c,"), List.of("key:2=poison", "key:4=poison")));
      discard(rig);
      rig.awaitResult(
          new Flow.Result(
              Map.of("revised/key", "a,c,e,f,g,h,i,"), List.of("key:2=poison", "key:4=poison")));
      assertEquals(List.of(), crashes.left(), "crashes that did not happen");
    }
  }

  @Test
  void aProfileGoesOnWithoutARecordThatIsDiscarded() {
    try (var rig = new Rig(TestStack.shared())) {
      rig.start(Checkpoint.NONE, Map.of());
      rig.send(Stream.of("1=a", "2=poison", "3=c", "4=d").map(step -> revision(rig, step)));
      var dead = List.of("key:2=poison");
      rig.awaitResult(new Flow.Result(Map.of("revised/key", "a,"), dead));
      discard(rig);
      rig.awaitResult(new Flow.Result(Map.of("revised/key", "a,c,d,"), dead));
      rig.flow.cure();
      replay(rig);
      rig.send(Stream.of(revision(rig, "5=e")));
      rig.awaitResult(new Flow.Result(Map.of("revised/key", "a,c,d,e,"), dead));
      await(rig, "select from dead_record where discarded_at is not null and replayed_at is null");
    }
  }

  @Test
  void aProfileGoesOnWithoutARecordThatCannotBeRead() {
    try (var rig = new Rig(TestStack.shared())) {
      var key = UUID.randomUUID().toString();
      rig.start(Checkpoint.NONE, Map.of());
      rig.send(Stream.of("1=a", "nonsense", "3=c").map(step -> revision(rig, key, step)));
      var dead = List.of(key + ":nonsense");
      rig.awaitResult(new Flow.Result(Map.of("revised/" + key, "a,"), dead));
      discard(rig);
      rig.awaitResult(new Flow.Result(Map.of("revised/" + key, "a,c,"), dead));
    }
  }

  @Test
  void anErasureDoesNotWaitBehindADeadRecordAndDeletesIt() {
    try (var rig = new Rig(TestStack.shared())) {
      rig.start(Checkpoint.NONE, Map.of());
      rig.send(Stream.of("1=a", "2=poison", "3=c").map(step -> revision(rig, step)));
      rig.awaitResult(new Flow.Result(Map.of("revised/key", "a,"), List.of("key:2=poison")));
      rig.send(Stream.of(revision(rig, "4=" + Flow.ERASE)));
      rig.awaitResult(new Flow.Result(Map.of("revised/key", "a,erase,"), List.of()));
      assertEquals(List.of(), rig.query("select from held_record"));
    }
  }

  @Test
  void aRecordThatWasSetAsideIsNotAgainWhenItsOffsetIsSetBackByHand() {
    try (var rig = new Rig(TestStack.shared())) {
      var poison = new Flow.Event("key1", Flow.POISON);
      rig.start(Checkpoint.NONE, Map.of());
      rig.send(List.of(poison));
      rig.awaitResult(Flow.expected(List.of(poison)));
      rig.stopAll();
      rig.execute("update consumer_position set next_offset = 0 where consumer = 'first'");
      rig.start(Checkpoint.NONE, Map.of());
      var good = new Flow.Event("key1", "s");
      rig.send(List.of(good));
      rig.awaitResult(Flow.expected(List.of(poison, good)));
    }
  }

  private static ProducerRecord<String, byte[]> revision(Rig rig, String step) {
    return revision(rig, "key", step);
  }

  private static ProducerRecord<String, byte[]> revision(Rig rig, String key, String step) {
    return new ProducerRecord<>(rig.flow.revised(), key, step.getBytes(UTF_8));
  }

  private static ProducerRecord<String, byte[]> plain(Rig rig, String text, int sequence) {
    var produced = new ProducerRecord<>(rig.flow.plain(), "key", text.getBytes(UTF_8));
    produced.headers().add(new Origin("elsewhere", sequence, 0).header());
    return produced;
  }

  private static void discard(Rig rig) {
    var id =
        rig.query("select id from dead_record where discarded_at is null").getFirst().getUUID("id");
    DeadRecordRows.requestDiscard(rig.pool(), id).await().atMost(Duration.ofSeconds(5));
  }

  private static void replay(Rig rig) {
    var id = rig.query("select id from dead_record").getFirst().getUUID("id");
    DeadRecordRows.requestReplay(rig.pool(), id).await().atMost(Duration.ofSeconds(5));
  }

  private static void await(Rig rig, String sql) {
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> rig.query(sql).size() == 1);
  }
}
