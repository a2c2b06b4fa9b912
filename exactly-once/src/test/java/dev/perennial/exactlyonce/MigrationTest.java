package dev.perennial.exactlyonce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.perennial.localstack.TestStack;
import java.time.Duration;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class MigrationTest {

  /** Of a profile whose gap closes after the update. */
  private static final String HELD_BEFORE =
      """
      insert into held_record (workspace, profile_id, revision, topic, partition, payload)
      select 'shop', '6f1c0d5e-27a4-5b8e-9a41-0c6f3b1e7d52', n, 'activity', 1, 'x' from generate_series(2, 3) n;
      insert into revision_gate values ('shop', '6f1c0d5e-27a4-5b8e-9a41-0c6f3b1e7d52', 0, 2)
      """;

  @Test
  void whatWasHeldBeforeAnUpdateIsTakenUpAfterIt() {
    try (var rig = new Rig(TestStack.shared())) {
      rig.execute(
          "drop table installation, consumer_position, revision_gate, held_record, origin_gate,"
              + " dead_record");
      rig.execute(Rig.read("V1__exactly_once.sql"));
      rig.execute(HELD_BEFORE);
      rig.execute(Rig.read("V2__held_records.sql"));
      rig.execute("update revision_gate set last_revision = 1, ready = true");

      var partition = new TopicPartition("activity", 1);
      var held =
          HeldRows.ready(rig.pool(), Set.of(partition), 10, 1_000)
              .await()
              .atMost(Duration.ofSeconds(5));
      assertEquals(2, held.size());
      assertEquals("6f1c0d5e-27a4-5b8e-9a41-0c6f3b1e7d52", held.getFirst().key());
      assertNotEquals(held.getFirst().offset(), held.getLast().offset());
      rig.pool()
          .withTransaction(tx -> HeldRows.drop(tx, held.getFirst()))
          .await()
          .atMost(Duration.ofSeconds(5));
      assertEquals(1, rig.query("select from held_record").size());
      assertEquals(1, rig.query("select from revision_gate where held = 1 and not ready").size());
    }
  }
}
