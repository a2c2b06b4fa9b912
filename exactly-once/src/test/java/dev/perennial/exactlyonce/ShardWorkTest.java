package dev.perennial.exactlyonce;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.exactlyonce.Checkpoint.Step;
import dev.perennial.exactlyonce.Crashes.Crash;
import dev.perennial.localstack.TestStack;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ShardWorkTest {

  private static final String TIMERS =
      """
      create table timer (shard integer not null, number integer not null, fired bigint);
      insert into timer (shard, number)
      select shard, number from generate_series(0, 2) shard, generate_series(1, 20) number
      """;

  @Test
  void timersFireOnceInOrderAndNumberedThroughCrashes() {
    try (var rig = new Rig(TestStack.shared())) {
      rig.execute(TIMERS);
      var crashes =
          new Crashes(
              List.of(
                  new Crash(Step.SLOT_FILLED, 2),
                  new Crash(Step.COMMITTED, 2),
                  new Crash(Step.PUBLISHING, 4),
                  new Crash(Step.BEGUN, 6)));
      rig.start(crashes, definition(rig, List.of(new Timers(rig))));
      awaitFired(rig);
      rig.stopAll();
      assertEquals(List.of(), crashes.left());
      assertEquals(allInOrder(), published(rig));
      // Three timers a piece of work: each piece of a shard has a number of its own.
      assertEquals(21, rig.query("select distinct shard, fired from timer").size());
    }
  }

  @Test
  void workThatFailsIsTriedAgainAndHoldsNothingElseUp() {
    try (var rig = new Rig(TestStack.shared())) {
      rig.execute(TIMERS);
      var broken = new Broken();
      var service = rig.start(Checkpoint.NONE, definition(rig, List.of(broken, new Timers(rig))));
      awaitFired(rig);
      Awaitility.await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> service.count("perennial.consumer.work.failures", "work") > 2);
      assertTrue(service.count("perennial.consumer.restarts", "work") == 0);
    }
  }

  private static void awaitFired(Rig rig) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> rig.query("select from timer where fired is null").isEmpty());
  }

  private static Map<String, List<String>> published(Rig rig) {
    var numbers = new TreeMap<String, List<String>>();
    for (var published : rig.published(rig.flow.plain())) {
      numbers
          .computeIfAbsent(published.key(), _ -> new ArrayList<>())
          .add(new String(published.value(), UTF_8));
    }
    return numbers;
  }

  private static Map<String, List<String>> allInOrder() {
    var numbers = new TreeMap<String, List<String>>();
    for (int shard = 0; shard < 3; shard++) {
      var own = new ArrayList<String>();
      for (int number = 1; number <= 20; number++) {
        own.add(Integer.toString(number));
      }
      numbers.put("shard" + shard, own);
    }
    return numbers;
  }

  private static ConsumerDefinition definition(Rig rig, List<ShardWork<?>> work) {
    return new ConsumerDefinition("work", List.of(rig.flow.input()), new Idle(), work);
  }

  private record Timers(Rig rig) implements ShardWork<Set<Integer>> {

    private static final String DUE =
        "select from timer where fired is null and shard = any($1::int[]) limit 1";

    private static final String FIRE =
        """
        update timer t set fired = $2::bigint from (
          select shard, number from timer where fired is null and shard = $1
          order by number limit 3) due
        where t.shard = due.shard and t.number = due.number
        returning t.number
        """;

    @Override
    public String name() {
      return "timers";
    }

    @Override
    public Duration interval() {
      return Duration.ofMillis(50);
    }

    @Override
    public Uni<Optional<Set<Integer>>> prepare(Set<Integer> shards) {
      return rig.pool()
          .preparedQuery(DUE)
          .execute(Tuple.of(shards.toArray(Integer[]::new)))
          .map(rows -> rows.rowCount() == 0 ? Optional.empty() : Optional.of(shards));
    }

    @Override
    public Uni<Done> apply(SqlConnection tx, UnitContext context, Set<Integer> shards) {
      Uni<List<Outgoing>> fired = Uni.createFrom().item(List.of());
      for (int shard : shards) {
        fired = fired.chain(before -> fire(tx, context, shard, before));
      }
      return fired.map(outgoing -> new Done(outgoing, true));
    }

    private Uni<List<Outgoing>> fire(
        SqlConnection tx, UnitContext context, int shard, List<Outgoing> before) {
      var source = new TopicPartition(rig.flow.input(), shard);
      return tx.preparedQuery(FIRE)
          .execute(Tuple.of(shard, context.sequences().get(source)))
          .map(rows -> {
            var numbers = new ArrayList<Integer>();
            rows.forEach(row -> numbers.add(row.getInteger("number")));
            var all = new ArrayList<>(before);
            numbers.stream()
                .sorted()
                .map(n -> Integer.toString(n).getBytes(UTF_8))
                .forEach(n -> all.add(new Outgoing(source, rig.flow.plain(), "shard" + shard, n)));
            return all;
          });
    }
  }

  private static final class Broken implements ShardWork<Integer> {

    @Override
    public String name() {
      return "broken";
    }

    @Override
    public Duration interval() {
      return Duration.ofMillis(50);
    }

    @Override
    public Uni<Optional<Integer>> prepare(Set<Integer> shards) {
      return Uni.createFrom().item(Optional.of(1));
    }

    @Override
    public Uni<Done> apply(SqlConnection tx, UnitContext context, Integer prepared) {
      return tx.query("select 1 / 0").execute().replaceWith(new Done(List.of(), false));
    }
  }

  private static final class Idle implements UnitProcessor<Boolean> {

    @Override
    public Uni<Boolean> prepare(List<ConsumerRecord<String, byte[]>> records) {
      return Uni.createFrom().item(true);
    }

    @Override
    public Uni<List<Outgoing>> apply(SqlConnection tx, UnitContext context, Boolean prepared) {
      return Uni.createFrom().item(List.of());
    }
  }
}
