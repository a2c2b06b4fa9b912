package dev.perennial.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;

class ShardsTest {

  @Property
  void aKeyHasTheShardThatKafkasDefaultPartitionerGivesIt(
      @ForAll String key, @ForAll @IntRange(min = 1, max = 1024) int count) {
    int partition = Utils.toPositive(Utils.murmur2(key.getBytes(UTF_8))) % count;
    assertEquals(partition, new Shards(count).of(key));
  }

  @Test
  void aNumberOfShardsOutsideTheBoundsIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Shards(0));
    assertThrows(IllegalArgumentException.class, () -> new Shards(1025));
  }
}
