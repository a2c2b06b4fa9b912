package dev.perennial.exactlyonce;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Records that wait in a table, in the columns that the tables have in common. */
final class StoredRecord {

  private StoredRecord() {}

  /** The record of a row with topic, partition, record_offset, record_time, key and value. */
  static ConsumerRecord<String, byte[]> of(Row row, RecordHeaders headers) {
    var value = row.getBuffer("value");
    return new ConsumerRecord<>(
        row.getString("topic"),
        row.getInteger("partition"),
        row.getLong("record_offset"),
        row.getOffsetDateTime("record_time").toInstant().toEpochMilli(),
        TimestampType.CREATE_TIME,
        ConsumerRecord.NULL_SIZE,
        value == null ? ConsumerRecord.NULL_SIZE : value.length(),
        row.getString("key"),
        value == null ? null : value.getBytes(),
        headers,
        Optional.empty());
  }

  /** The time of a record as it is kept; a record without one is as old as can be. */
  static OffsetDateTime time(ConsumerRecord<?, ?> kept) {
    return Instant.ofEpochMilli(Math.max(0, kept.timestamp())).atOffset(ZoneOffset.UTC);
  }
}
