package dev.perennial.exactlyonce;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Deduplication for streams without revisions, by the origin that exactly-once gives each record it
 * publishes: source incarnation, source partition, number of the outbox slot, index in the slot. An
 * owner that starts again publishes its last slot once more; those records come with an origin that
 * was seen. One watermark a source is enough, for a source publishes in order.
 */
@Singleton
public final class OriginGate {

  private static final String LOAD =
      """
      select g.topic, g.partition, g.source, g.sequence, g.index
      from unnest($1::text[], $2::int[], $3::text[]) u(topic, partition, source)
      join lateral (select * from origin_gate o where o.topic = u.topic and o.partition = u.partition
                      and o.source = u.source limit 1) g on true
      """;

  private static final String STORE =
      """
      insert into origin_gate (topic, partition, source, sequence, index)
      select * from unnest($1::text[], $2::int[], $3::text[], $4::bigint[], $5::int[])
      on conflict (topic, partition, source)
      do update set sequence = excluded.sequence, index = excluded.index
      """;

  private final Counter duplicates;

  @Inject
  OriginGate(MeterRegistry meters) {
    duplicates = meters.counter("perennial.gate.duplicates", "gate", "origin");
  }

  /**
   * Those records, in order, that were not seen before. A record without an origin, which some
   * other producer made, is always among them. Two statements, within the transaction.
   */
  public Uni<List<ConsumerRecord<String, byte[]>>> admit(
      SqlConnection tx, List<ConsumerRecord<String, byte[]>> records) {
    var streams =
        records.stream()
            .flatMap(r -> Origin.of(r).map(o -> stream(r, o)).stream())
            .collect(Collectors.toSet());
    if (streams.isEmpty()) {
      return Uni.createFrom().item(records);
    }
    return load(tx, List.copyOf(streams))
        .chain(marks -> {
          var moved = new HashSet<Stream>();
          var admitted = pass(records, marks, moved);
          duplicates.increment(records.size() - admitted.size());
          return store(tx, moved, marks).replaceWith(admitted);
        });
  }

  private static List<ConsumerRecord<String, byte[]>> pass(
      List<ConsumerRecord<String, byte[]>> records, Map<Stream, Origin> marks, Set<Stream> moved) {
    var admitted = new ArrayList<ConsumerRecord<String, byte[]>>(records.size());
    for (var consumed : records) {
      var origin = Origin.of(consumed).orElse(null);
      if (origin == null) {
        admitted.add(consumed);
        continue;
      }
      var stream = stream(consumed, origin);
      var mark = marks.get(stream);
      if (mark == null || origin.compareTo(mark) > 0) {
        marks.put(stream, origin);
        moved.add(stream);
        admitted.add(consumed);
      }
    }
    return admitted;
  }

  private static Uni<Map<Stream, Origin>> load(SqlConnection tx, List<Stream> streams) {
    return tx.preparedQuery(LOAD)
        .execute(Tuple.of(topics(streams), partitions(streams), sources(streams)))
        .map(OriginGate::marks);
  }

  private static Map<Stream, Origin> marks(RowSet<Row> rows) {
    var marks = new HashMap<Stream, Origin>();
    for (var row : rows) {
      String source = row.getString("source");
      marks.put(
          new Stream(row.getString("topic"), row.getInteger("partition"), source),
          new Origin(source, row.getLong("sequence"), row.getInteger("index")));
    }
    return marks;
  }

  private static Uni<Void> store(SqlConnection tx, Set<Stream> moved, Map<Stream, Origin> marks) {
    if (moved.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    var streams = List.copyOf(moved);
    var origins = streams.stream().map(marks::get).map(Objects::requireNonNull).toList();
    return tx.preparedQuery(STORE)
        .execute(
            Tuple.of(
                topics(streams),
                partitions(streams),
                sources(streams),
                origins.stream().map(Origin::sequence).toArray(Long[]::new),
                origins.stream().map(Origin::index).toArray(Integer[]::new)))
        .replaceWithVoid();
  }

  private static Stream stream(ConsumerRecord<?, ?> consumed, Origin origin) {
    return new Stream(consumed.topic(), consumed.partition(), origin.source());
  }

  private static String[] topics(List<Stream> streams) {
    return streams.stream().map(Stream::topic).toArray(String[]::new);
  }

  private static Integer[] partitions(List<Stream> streams) {
    return streams.stream().map(Stream::partition).toArray(Integer[]::new);
  }

  private static String[] sources(List<Stream> streams) {
    return streams.stream().map(Stream::source).toArray(String[]::new);
  }

  /** What arrives in one partition from one source. */
  private record Stream(String topic, int partition, String source) {}
}
