package dev.perennial.exactlyonce;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.exactlyonce.RevisionGate.Revised;
import dev.perennial.localstack.TestStack;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RevisionGateTest {

  private static final Rig RIG = new Rig(TestStack.shared());
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final int LAST = 12;

  /** Each test has a partition of its own, as what is ready in one is taken up together. */
  private final TopicPartition source = new TopicPartition("activity", COUNT.incrementAndGet());

  private final RevisionGate gate = new RevisionGate(new SimpleMeterRegistry());
  private UUID profile = UUID.randomUUID();

  @Test
  void aRevisionThatComesEarlyWaitsUntilTheGapCloses() {
    assertEquals(List.of(1L), admit(1, 3, 4));
    assertEquals(List.of(), admit(6));
    assertEquals(List.of(2L), admit(2));
    assertEquals(List.of(3L, 4L), release(100));
    assertEquals(List.of(), admit(3, 6));
    assertEquals(List.of(5L), admit(7, 5));
    assertEquals(List.of(6L, 7L), release(100));
    assertEquals(0, held());
  }

  @Test
  void whatIsHeldBackIsNotReadWhileTheGapIsOpen() {
    admit(2, 3, 4);
    var early = List.of(revised(profile, 5));
    long read =
        inTransaction(tx ->
            tx.query("set local enable_seqscan = off")
                .execute()
                .chain(() -> rowsRead(tx))
                .chain(before ->
                    gate.admit(tx, early).chain(() -> rowsRead(tx)).map(after -> after - before)));
    assertEquals(0, read);
    assertEquals(4, held());
  }

  @Test
  void whatIsHeldBackIsCountedPerPartition() {
    admit(2, 3, 5);
    assertEquals(3, counted(source));
    assertEquals(0, counted(new TopicPartition("elsewhere", source.partition())));
  }

  @Test
  void aLongBacklogIsTakenUpInPages() {
    admit(2, 3, 4, 5, 6, 7);
    admit(1);
    assertEquals(List.of(2L, 3L), release(2));
    assertEquals(List.of(4L, 5L), release(2));
    assertEquals(List.of(6L, 7L), release(2));
    assertEquals(List.of(), release(2));
  }

  @Test
  void aPageEndsAtSoManyBytes() {
    admit(2, 3, 4);
    admit(1);
    int one = "payload1".length();
    assertEquals(List.of(2L), numbers(admit(ready(100, 1))));
    assertEquals(List.of(3L, 4L), numbers(admit(ready(100, one + 1))));
  }

  @Test
  void aRecordThatIsHeldKeepsWhatItCameWith() {
    admit(2);
    admit(1);
    var held = ready(1, 1).getFirst();
    var given = revised(profile, 2).record();
    assertEquals(given.key(), held.key());
    assertEquals(given.offset(), held.offset());
    assertEquals(StoredRecord.time(given), StoredRecord.time(held));
    assertEquals(Origin.of(given), Origin.of(held));
    assertEquals("payload2", new String(held.value(), UTF_8));
  }

  @Test
  void profilesDoNotWaitForEachOther() {
    var other = UUID.randomUUID();
    var admitted =
        inTransaction(tx -> gate.admit(tx, List.of(revised(profile, 2), revised(other, 1))));
    assertEquals(List.of(other), admitted.stream().map(Revised::profileId).toList());
  }

  @Test
  void anErasureWaitsForNothingAndTakesAlongWhatWaits() {
    admit(1, 3, 4);
    var erasure = new Revised(revised(profile, 9).record(), "shop", profile, 9, true);
    var admitted = inTransaction(tx -> gate.admit(tx, List.of(revised(profile, 6), erasure)));
    assertEquals(List.of(9L), numbers(admitted));
    assertEquals(0, held());
    assertEquals(List.of(), admit(2, 5, 8), "what comes late is dropped");
  }

  @Test
  void aProfilePassesOverARevisionThatWasGivenUpWhenItsTurnComes() {
    admit(4, 5);
    giveUp(3);
    giveUp(2);
    assertEquals(List.of(), release(100));
    assertEquals(List.of(1L), admit(1));
    assertEquals(List.of(4L, 5L), release(100));
    assertEquals(0, held());
  }

  @Test
  void aRevisionThatWasGivenUpIsNotTakenUpWhenItComesAgain() {
    admit(3);
    giveUp(2);
    assertEquals(List.of(), admit(2));
    assertEquals(List.of(1L), admit(1));
    assertEquals(List.of(), admit(2));
    assertEquals(List.of(3L), release(100));
  }

  @Test
  void aGapIsSkippedAtOnceWhenWhatIsMissingIsGivenUp() {
    admit(1, 3);
    giveUp(2);
    assertTrue(gate.mayBeReady(Set.of(source)));
    assertEquals(List.of(3L), release(100));
  }

  /** Any order, any copies, any units: each revision comes out once, in order. */
  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void whateverArrivesHoweverOftenEachRevisionPassesOnceAndInOrder(
      @ForAll("deliveries") List<List<Long>> deliveries, @ForAll("page") int page) {
    profile = UUID.randomUUID();
    var admitted = new ArrayList<Long>();
    for (var unit : deliveries) {
      admitted.addAll(admit(unit.stream().mapToLong(Long::longValue).toArray()));
      admitted.addAll(release(page));
    }
    admitted.addAll(admit(LongStream.rangeClosed(1, LAST).toArray()));
    for (var more = release(page); !more.isEmpty(); more = release(page)) {
      admitted.addAll(more);
    }
    assertEquals(LongStream.rangeClosed(1, LAST).boxed().toList(), admitted);
    assertEquals(0, held());
  }

  @Provide
  Arbitrary<List<List<Long>>> deliveries() {
    return Arbitraries.longs().between(1, LAST).list().ofMaxSize(6).list().ofMaxSize(6);
  }

  @Provide
  Arbitrary<Integer> page() {
    return Arbitraries.integers().between(1, 5);
  }

  private static Uni<Long> rowsRead(SqlConnection tx) {
    return tx.query(
            """
            select coalesce(idx_tup_fetch, 0) + seq_tup_read as n
            from pg_stat_xact_user_tables where relname = 'held_record'
            """)
        .execute()
        .map(rows -> rows.iterator().next().getLong("n"));
  }

  private List<Long> admit(long... numbers) {
    return numbers(
        admit(LongStream.of(numbers).mapToObj(n -> revised(profile, n).record()).toList()));
  }

  private List<Revised> admit(List<ConsumerRecord<String, byte[]>> records) {
    var revised =
        records.stream()
            .map(r -> new Revised(r, "shop", profile, r.offset() - 1_000, false))
            .toList();
    return inTransaction(tx -> gate.admit(tx, revised));
  }

  private List<Long> release(int page) {
    return numbers(admit(ready(page, 1_000)));
  }

  private List<ConsumerRecord<String, byte[]>> ready(int records, int bytes) {
    return HeldRows.ready(RIG.pool(), Set.of(source), records, bytes)
        .await()
        .atMost(Duration.ofSeconds(10));
  }

  private void giveUp(long revision) {
    inTransaction(tx -> gate.giveUp(tx, revised(profile, revision)).replaceWith(true));
  }

  private static List<Long> numbers(List<Revised> admitted) {
    admitted.forEach(r -> assertEquals("payload" + r.revision(), new String(r.payload(), UTF_8)));
    return admitted.stream().map(Revised::revision).toList();
  }

  private static long counted(TopicPartition partition) {
    return HeldRows.count(RIG.pool(), Set.of(partition)).await().atMost(Duration.ofSeconds(10));
  }

  private int held() {
    var rows = RIG.query("select from held_record where profile_id = '" + profile + "'").size();
    RIG.query("select held from revision_gate where profile_id = '" + profile + "'")
        .forEach(
            row -> assertEquals(rows, row.getInteger("held"), "the count is that of the rows"));
    return rows;
  }

  private Revised revised(UUID profile, long revision) {
    var record =
        new ConsumerRecord<>(
            source.topic(),
            source.partition(),
            1_000 + revision,
            profile.toString(),
            ("payload" + revision).getBytes(UTF_8));
    record.headers().add(new Origin("elsewhere", revision, 0).header());
    return new Revised(record, "shop", profile, revision, false);
  }

  private static <T> T inTransaction(Function<SqlConnection, Uni<T>> work) {
    return RIG.pool().withTransaction(work).await().atMost(Duration.ofSeconds(10));
  }
}
