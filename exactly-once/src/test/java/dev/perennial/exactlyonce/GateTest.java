package dev.perennial.exactlyonce;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.exactlyonce.RevisionGate.Revised;
import dev.perennial.localstack.TestStack;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class GateTest {

  private static final Rig RIG = new Rig(TestStack.shared());
  private static final TopicPartition SOURCE = new TopicPartition("activity", 1);

  private final RevisionGate revisions = new RevisionGate(new SimpleMeterRegistry());
  private final OriginGate origins = new OriginGate(new SimpleMeterRegistry());
  private UUID profile = UUID.randomUUID();

  @Test
  void aRevisionThatComesEarlyWaitsUntilTheGapCloses() {
    assertEquals(List.of(1L), admit(1, 3, 4));
    assertEquals(List.of(), admit(6));
    assertEquals(List.of(2L, 3L, 4L), admit(2));
    assertEquals(List.of(), admit(3, 6));
    assertEquals(List.of(5L, 6L, 7L), admit(7, 5));
    assertEquals(
        List.of(), RIG.query("select from held_record where profile_id = '" + profile + "'"));
  }

  /** Any order, any copies, any units: each revision comes out once, in order. */
  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void whateverArrivesHoweverOftenEachRevisionPassesOnceAndInOrder(
      @ForAll("deliveries") List<List<Long>> deliveries) {
    profile = UUID.randomUUID();
    var admitted = new ArrayList<Long>();
    for (var unit : deliveries) {
      admitted.addAll(admit(unit.stream().mapToLong(Long::longValue).toArray()));
    }
    admitted.addAll(admit(LongStream.rangeClosed(1, 12).toArray()));
    assertEquals(LongStream.rangeClosed(1, 12).boxed().toList(), admitted);
  }

  @Provide
  Arbitrary<List<List<Long>>> deliveries() {
    return Arbitraries.longs().between(1, 12).list().ofMaxSize(6).list().ofMaxSize(6);
  }

  @Test
  void profilesDoNotWaitForEachOther() {
    var other = UUID.randomUUID();
    var admitted =
        inTransaction(tx -> revisions.admit(tx, List.of(revised(profile, 2), revised(other, 1))));
    assertEquals(List.of(other), admitted.stream().map(Revised::profileId).toList());
  }

  @Test
  void aSlotThatIsPublishedAgainIsDroppedAndWhatFollowsIsNot() {
    var source = profile.toString();
    assertEquals(List.of("1/0", "1/1"), pass(source, "1/0", "1/1", "1/0"));
    assertEquals(List.of("1/2", "2/0"), pass(source, "1/0", "1/1", "1/2", "2/0"));
    assertEquals(List.of(), pass(source, "1/2", "2/0"));
  }

  @Test
  void sourcesDoNotShadowEachOther() {
    assertEquals(List.of("5/0"), pass(profile + "/a", "5/0"));
    assertEquals(List.of("1/0"), pass(profile + "/b", "1/0"));
  }

  @Test
  void aRecordWithoutAnOriginAlwaysPasses() {
    var foreign = new ConsumerRecord<>("plain", 0, 0, "key", new byte[0]);
    for (int i = 0; i < 2; i++) {
      assertEquals(1, inTransaction(tx -> origins.admit(tx, List.of(foreign))).size());
    }
  }

  private List<Long> admit(long... numbers) {
    var records = LongStream.of(numbers).mapToObj(n -> revised(profile, n)).toList();
    var admitted = inTransaction(tx -> revisions.admit(tx, records));
    admitted.forEach(r -> assertEquals("payload" + r.revision(), new String(r.payload(), UTF_8)));
    return admitted.stream().map(Revised::revision).toList();
  }

  private static Revised revised(UUID profile, long revision) {
    return new Revised(SOURCE, "shop", profile, revision, ("payload" + revision).getBytes(UTF_8));
  }

  private List<String> pass(String source, String... numbers) {
    var records = new LinkedHashMap<ConsumerRecord<String, byte[]>, String>();
    for (var number : numbers) {
      var parts = number.split("/", 2);
      var origin =
          new Origin(source, Long.parseLong(parts[0]), Integer.parseInt(parts[parts.length - 1]));
      var consumed = new ConsumerRecord<>("plain", 0, 0, "key", new byte[0]);
      consumed.headers().add(origin.header());
      records.put(consumed, number);
    }
    var admitted = inTransaction(tx -> origins.admit(tx, List.copyOf(records.keySet())));
    return admitted.stream().flatMap(r -> named(records, r)).toList();
  }

  private static Stream<String> named(
      Map<ConsumerRecord<String, byte[]>, String> records,
      ConsumerRecord<String, byte[]> admitted) {
    return Stream.ofNullable(records.get(admitted));
  }

  private static <T> T inTransaction(Function<SqlConnection, Uni<T>> work) {
    return RIG.pool().withTransaction(work).await().atMost(Duration.ofSeconds(10));
  }
}
