package dev.perennial.exactlyonce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.localstack.TestStack;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class OriginGateTest {

  private static final Rig RIG = new Rig(TestStack.shared());
  private final OriginGate origins = new OriginGate(new SimpleMeterRegistry());
  private final UUID profile = UUID.randomUUID();

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
