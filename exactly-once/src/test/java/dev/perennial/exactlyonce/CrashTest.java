package dev.perennial.exactlyonce;

import dev.perennial.localstack.TestStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrashTest {

  /** In order per key, over all shards. */
  static List<Flow.Event> events(int count) {
    var events = new ArrayList<Flow.Event>();
    for (int i = 0; i < count; i++) {
      events.add(new Flow.Event("key" + i % 13, "s" + i));
    }
    return events;
  }

  @Test
  void anUndisturbedRunProcessesEachRecordOnceAndInOrder() {
    try (var rig = new Rig(TestStack.shared())) {
      var events = events(200);
      rig.start(Checkpoint.NONE, Map.of());
      rig.send(events);
      rig.awaitResult(Flow.expected(events));
    }
  }
}
