package dev.perennial.exactlyonce;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.exactlyonce.RevisionGate.Revised;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Two services in a row. The first keeps a history per key and publishes each step twice: to a
 * topic whose reader looks at origins, and to one whose reader looks at revisions. The second keeps
 * what it admits. A record lost, doubled or out of order shows in a history.
 */
final class Flow {

  static final String TABLES =
      """
      create table history (stage text, key text, steps text not null, count bigint not null,
        primary key (stage, key));
      """;

  private static final String APPEND =
      """
      insert into history as h (stage, key, steps, count)
      select $1, u.key, u.steps, u.count from unnest($2::text[], $3::text[], $4::bigint[]) u(key, steps, count)
      on conflict (stage, key) do update set steps = h.steps || excluded.steps, count = h.count + excluded.count
      returning key, count
      """;

  static final String POISON = "poison";

  /** The text of a revision that ends its key. */
  static final String ERASE = "erase";

  private final String name;
  private volatile boolean poisonous = true;

  Flow(String name) {
    this.name = name;
  }

  /** What goes in. */
  record Event(String key, String text) {}

  /** What comes out: the histories, per stage and key, and the records set aside. */
  record Result(Map<String, String> histories, List<String> dead) {}

  /** The gates that the second service uses. */
  record Gates(OriginGate origin, RevisionGate revision) {}

  /** Whose history the revisions of a key are: the key itself, if it is an id. */
  private static UUID profileId(String key) {
    return key.length() == 36 ? UUID.fromString(key) : UUID.nameUUIDFromBytes(key.getBytes(UTF_8));
  }

  /** From now on poison does no harm, as if the code had been put right. */
  void cure() {
    poisonous = false;
  }

  private void checkPoison(List<ConsumerRecord<String, byte[]>> records) {
    checkSteps(records.stream().map(Flow::event).toList());
  }

  private List<Event> checkSteps(List<Event> steps) {
    if (poisonous && steps.stream().anyMatch(e -> e.text().startsWith(POISON))) {
      throw new PoisonException("a poisonous step");
    }
    return steps;
  }

  /** Events of a few keys, over all shards. */
  static List<Event> events(int count) {
    return events(count, Set.of());
  }

  /** Some of them poisonous. */
  static List<Event> events(int count, Set<Integer> poisonous) {
    var events = new ArrayList<Event>();
    for (int i = 0; i < count; i++) {
      events.add(new Event("key" + i % 13, (poisonous.contains(i) ? POISON : "s") + i));
    }
    return events;
  }

  String input() {
    return name + ".in";
  }

  String plain() {
    return name + ".plain";
  }

  String revised() {
    return name + ".revised";
  }

  List<String> topics() {
    return Stream.of(input(), plain(), revised()).flatMap(t -> Stream.of(t, t + ".dead")).toList();
  }

  List<ConsumerDefinition> consumers(Gates gates) {
    return List.of(
        new ConsumerDefinition("first", List.of(input()), new First(), List.of()),
        new ConsumerDefinition(
            "second", List.of(plain(), revised()), new Second(gates), List.of()));
  }

  /** What an undisturbed run makes of these events, which are in order per key. */
  static Result expected(List<Event> events) {
    var histories = new TreeMap<String, String>();
    var dead = new ArrayList<String>();
    for (var event : events) {
      if (event.text().startsWith(POISON)) {
        dead.add(event.key() + ":" + event.text());
      } else {
        for (var stage : List.of("first", "plain", "revised")) {
          histories.merge(stage + "/" + event.key(), event.text() + ",", String::concat);
        }
      }
    }
    return new Result(histories, dead.stream().sorted().toList());
  }

  Result result(Rig rig) {
    var histories = new TreeMap<String, String>();
    for (var row : rig.query("select stage || '/' || key as key, steps from history")) {
      histories.put(row.getString("key"), row.getString("steps"));
    }
    var dead =
        rig.query("select key, value from dead_record").stream()
            .map(r -> r.getString("key") + ":" + r.getBuffer("value").toString())
            .sorted()
            .toList();
    return new Result(histories, dead);
  }

  private static Uni<RowSet<Row>> append(SqlConnection tx, String stage, List<Event> events) {
    var steps = new LinkedHashMap<String, String>();
    var counts = new HashMap<String, Long>();
    for (var event : events) {
      steps.merge(event.key(), event.text() + ",", String::concat);
      counts.merge(event.key(), 1L, Long::sum);
    }
    var keys = steps.keySet().toArray(String[]::new);
    return tx.preparedQuery(APPEND)
        .execute(
            Tuple.of(
                stage,
                keys,
                steps.values().toArray(String[]::new),
                Stream.of(keys).map(counts::get).toArray(Long[]::new)));
  }

  private static Event event(ConsumerRecord<String, byte[]> consumed) {
    return new Event(consumed.key(), new String(consumed.value(), UTF_8));
  }

  private final class First implements UnitProcessor<List<ConsumerRecord<String, byte[]>>> {

    @Override
    public Uni<List<ConsumerRecord<String, byte[]>>> prepare(
        List<ConsumerRecord<String, byte[]>> records) {
      return Uni.createFrom().item(records);
    }

    @Override
    public Uni<List<Outgoing>> apply(
        SqlConnection tx, UnitContext context, List<ConsumerRecord<String, byte[]>> records) {
      checkPoison(records);
      return append(tx, "first", records.stream().map(Flow::event).toList())
          .map(rows -> outgoing(records, rows));
    }

    private List<Outgoing> outgoing(
        List<ConsumerRecord<String, byte[]>> records, RowSet<Row> counts) {
      var revisions = new HashMap<String, Long>();
      for (var row : counts) {
        revisions.put(row.getString("key"), row.getLong("count"));
      }
      records.forEach(r -> revisions.merge(r.key(), -1L, Long::sum));
      var outgoing = new ArrayList<Outgoing>();
      for (var consumed : records) {
        var source = new TopicPartition(consumed.topic(), consumed.partition());
        var event = event(consumed);
        long revision = revisions.merge(event.key(), 1L, Long::sum);
        String numbered = revision + "=" + event.text();
        outgoing.add(new Outgoing(source, plain(), event.key(), event.text().getBytes(UTF_8)));
        outgoing.add(
            new Outgoing(source, Flow.this.revised(), event.key(), numbered.getBytes(UTF_8)));
      }
      return outgoing;
    }
  }

  private final class Second implements UnitProcessor<List<ConsumerRecord<String, byte[]>>> {

    private final Gates gates;

    Second(Gates gates) {
      this.gates = gates;
    }

    @Override
    public Uni<List<ConsumerRecord<String, byte[]>>> prepare(
        List<ConsumerRecord<String, byte[]>> records) {
      return Uni.createFrom().item(records);
    }

    @Override
    public Uni<List<Outgoing>> apply(
        SqlConnection tx, UnitContext context, List<ConsumerRecord<String, byte[]>> records) {
      var plain = records.stream().filter(r -> r.topic().equals(plain())).toList();
      checkPoison(plain);
      var revised = records.stream().filter(r -> r.topic().equals(Flow.this.revised())).toList();
      return gates
          .origin()
          .admit(tx, plain)
          .chain(admitted -> append(tx, "plain", admitted.stream().map(Flow::event).toList()))
          .chain(() -> gates.revision().admit(tx, revised.stream().map(Second::numbered).toList()))
          .map(admitted -> checkSteps(admitted.stream().map(Second::step).toList()))
          .chain(steps -> append(tx, "revised", steps))
          .replaceWith(List.of());
    }

    @Override
    public Optional<Revised> revised(ConsumerRecord<String, byte[]> consumed) {
      return consumed.topic().equals(Flow.this.revised())
          ? Optional.of(numbered(consumed))
          : Optional.empty();
    }

    private static Revised numbered(ConsumerRecord<String, byte[]> consumed) {
      var parts = Flow.event(consumed).text().split("=", 2);
      return new Revised(
          consumed,
          consumed.key(),
          profileId(consumed.key()),
          Long.parseLong(parts[0]),
          parts[parts.length - 1].equals(ERASE));
    }

    private static Event step(Revised admitted) {
      return new Event(admitted.workspace(), Flow.event(admitted.record()).text().split("=", 2)[1]);
    }
  }
}
