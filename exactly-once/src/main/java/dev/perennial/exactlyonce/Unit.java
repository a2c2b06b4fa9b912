package dev.perennial.exactlyonce;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * A bounded piece of a poll, in order per partition.
 *
 * @param held whether it is a piece of what was held back instead, which moves no offset
 */
record Unit(List<ConsumerRecord<String, byte[]>> records, boolean held) {

  Unit {
    records = List.copyOf(records);
  }

  /** Cuts what a poll brought. */
  static List<Unit> cut(
      Iterable<ConsumerRecord<String, byte[]>> polled, int maxRecords, int maxBytes) {
    var units = new ArrayList<Unit>();
    var records = new ArrayList<ConsumerRecord<String, byte[]>>();
    long bytes = 0;
    for (var polledRecord : polled) {
      records.add(polledRecord);
      bytes +=
          Math.max(0, polledRecord.serializedKeySize())
              + Math.max(0, polledRecord.serializedValueSize());
      if (records.size() >= maxRecords || bytes >= maxBytes) {
        units.add(new Unit(records, false));
        records.clear();
        bytes = 0;
      }
    }
    if (!records.isEmpty()) {
      units.add(new Unit(records, false));
    }
    return units;
  }

  /**
   * Per partition, the offset after the unit.
   *
   * @param owned the next offsets of the owner
   */
  Map<TopicPartition, Long> ends(Map<TopicPartition, Long> owned) {
    var ends = new HashMap<TopicPartition, Long>();
    for (var taken : records) {
      var partition = new TopicPartition(taken.topic(), taken.partition());
      ends.put(partition, held ? owned.getOrDefault(partition, -1L) : taken.offset() + 1);
    }
    return ends;
  }

  boolean isSingle() {
    return records.size() == 1;
  }

  /** Two units that, one after the other, are this one. */
  List<Unit> halves() {
    int middle = records.size() / 2;
    return List.of(
        new Unit(records.subList(0, middle), held),
        new Unit(records.subList(middle, records.size()), held));
  }
}
