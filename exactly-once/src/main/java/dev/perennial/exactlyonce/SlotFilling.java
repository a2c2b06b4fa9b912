package dev.perennial.exactlyonce;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Sorts what a unit publishes into slots, and refuses, before anything is written, what cannot be
 * sent.
 */
final class SlotFilling {

  private final int slotBytes;
  private final Map<TopicPartition, List<Slot.Entry>> entries = new HashMap<>();

  SlotFilling(ExactlyOnceConfig config, List<Outgoing> outgoing) {
    slotBytes = config.slotBytes();
    for (var out : outgoing) {
      var entry = new Slot.Entry(out.topic(), out.key(), out.value());
      if (entry.bytes() > config.recordBytes()) {
        throw poison(
            "a record of " + entry.bytes() + " bytes for " + out.topic() + " is too large");
      }
      entries.computeIfAbsent(out.source(), _ -> new ArrayList<>()).add(entry);
    }
  }

  /** The slot of a partition; null when it publishes nothing. */
  @Nullable Slot fill(TopicPartition partition, String source, long sequence, String traceparent) {
    var own = entries.remove(partition);
    if (own == null) {
      return null;
    }
    long bytes = own.stream().mapToLong(Slot.Entry::bytes).sum();
    if (bytes > slotBytes) {
      throw poison(bytes + " bytes to publish are too much for one unit of " + partition);
    }
    return new Slot(source, sequence, traceparent, own);
  }

  /** Fails when something is to be published in the name of a partition that is not of the unit. */
  void checkNoneLeft() {
    if (!entries.isEmpty()) {
      throw poison("records to publish name sources outside the unit: " + entries.keySet());
    }
  }

  private static Fault.Data poison(String reason) {
    return new Fault.Data(new PoisonException(reason));
  }
}
