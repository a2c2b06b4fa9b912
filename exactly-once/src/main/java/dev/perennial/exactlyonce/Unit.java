package dev.perennial.exactlyonce;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** A bounded piece of a poll, in order per partition. */
record Unit(List<ConsumerRecord<String, byte[]>> records) {

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
        units.add(new Unit(records));
        records.clear();
        bytes = 0;
      }
    }
    if (!records.isEmpty()) {
      units.add(new Unit(records));
    }
    return units;
  }

  /** Per partition, the offset after the unit. */
  Map<TopicPartition, Long> ends() {
    var ends = new HashMap<TopicPartition, Long>();
    records.forEach(r -> ends.put(new TopicPartition(r.topic(), r.partition()), r.offset() + 1));
    return ends;
  }

  boolean isSingle() {
    return records.size() == 1;
  }

  /** Two units that, one after the other, are this one. */
  List<Unit> halves() {
    int middle = records.size() / 2;
    return List.of(
        new Unit(records.subList(0, middle)), new Unit(records.subList(middle, records.size())));
  }
}
