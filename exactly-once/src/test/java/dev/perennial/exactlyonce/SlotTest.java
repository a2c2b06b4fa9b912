package dev.perennial.exactlyonce;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class SlotTest {

  @Property(tries = 200)
  void whatWasFilledIsWhatIsPublishedAgain(
      @ForAll String key, @ForAll long sequence, @ForAll @Size(max = 20) List<byte[]> values) {
    var entries = values.stream().map(v -> new Slot.Entry("topic", key, v)).toList();
    var decoded = Slot.decode(new Slot("source", sequence, "trace", entries).encode());
    assertEquals("source", decoded.source());
    assertEquals(sequence, decoded.sequence());
    assertEquals("trace", decoded.traceparent());
    assertEquals(values.size(), decoded.entries().size());
    for (int i = 0; i < values.size(); i++) {
      assertEquals(key, decoded.entries().get(i).key());
      assertArrayEquals(values.get(i), decoded.entries().get(i).value());
    }
  }

  @Test
  void anOriginTravelsInAHeaderAndGivesTheSameIdEachTime() {
    var origin = new Origin("incarnation/consumer/topic/3", 17, 4);
    var consumed = new ConsumerRecord<>("topic", 0, 0, "key", new byte[0]);
    consumed.headers().add(origin.header());
    assertEquals(Optional.of(origin), Origin.of(consumed));
    assertEquals(origin.id(), Origin.of(consumed).orElseThrow().id());
    assertNotEquals(origin.id(), new Origin(origin.source(), 17, 5).id());
  }

  @Test
  void aRecordOfAnotherProducerHasNoOrigin() {
    var consumed = new ConsumerRecord<>("topic", 0, 0, "key", new byte[0]);
    assertEquals(Optional.empty(), Origin.of(consumed));
    consumed.headers().add(Origin.HEADER, "no/numbers".getBytes(StandardCharsets.UTF_8));
    assertEquals(Optional.empty(), Origin.of(consumed));
  }

  @Property(tries = 200)
  void unitsAreBoundedAndTogetherAreThePoll(
      @ForAll @IntRange(max = 100) int records, @ForAll @IntRange(min = 1, max = 20) int most) {
    var polled = new ArrayList<ConsumerRecord<String, byte[]>>();
    for (int i = 0; i < records; i++) {
      polled.add(new ConsumerRecord<>("topic", i % 3, i, "key", new byte[0]));
    }
    var units = Unit.cut(polled, most, Integer.MAX_VALUE);
    assertEquals(polled, units.stream().flatMap(u -> u.records().stream()).toList());
    for (var unit : units) {
      assertEquals(true, unit.records().size() <= most);
      if (!unit.isSingle()) {
        var halves = unit.halves().stream().flatMap(u -> u.records().stream()).toList();
        assertEquals(unit.records(), halves);
      }
      var ends = new HashMap<TopicPartition, Long>();
      unit.records()
          .forEach(r -> ends.put(new TopicPartition(r.topic(), r.partition()), r.offset() + 1));
      assertEquals(ends, unit.ends(Map.of()));
    }
  }
}
