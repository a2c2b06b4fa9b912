package dev.perennial.exactlyonce;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import dev.perennial.contracts.Topics;
import dev.perennial.contracts.deadletter.v1.DeadRecord;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Sets records of one consumer aside, and makes them records again. */
record DeadRecordsOf(String consumer, OriginGate originGate, int recordBytes) {

  /**
   * Keeps the record as a row, and tells it to the dead topic. Its origin counts as seen from then
   * on, so that a copy of it, published again, is not set aside a second time.
   */
  Uni<List<Outgoing>> setAside(
      SqlConnection tx, ConsumerRecord<String, byte[]> dead, String reason) {
    return originGate
        .admit(tx, List.of(dead))
        .chain(admitted ->
            admitted.isEmpty()
                ? Uni.createFrom().item(List.of())
                : DeadRecordRows.insert(tx, consumer, dead, reason)
                    .map(row -> List.of(outgoing(dead, message(row)))));
  }

  private Outgoing outgoing(ConsumerRecord<String, byte[]> dead, DeadRecord message) {
    // A record near the limit does not fit with its reason around it; the row has it whole.
    boolean fits = message.getSerializedSize() + 1_000 < recordBytes;
    var told = fits ? message : message.toBuilder().clearValue().clearHeaders().build();
    var source = new TopicPartition(dead.topic(), dead.partition());
    String key = dead.key() == null ? "" : dead.key();
    return new Outgoing(source, dead.topic() + Topics.DEAD_SUFFIX, key, told.toByteArray());
  }

  /** The record as it was, but for its origin, which gates have seen. */
  static ConsumerRecord<String, byte[]> revive(Row row) {
    var headers = new RecordHeaders();
    var names = row.getArrayOfStrings("header_names");
    var values = row.get(Buffer[].class, "header_values");
    for (int i = 0; i < names.length; i++) {
      if (!names[i].equals(Origin.HEADER)) {
        headers.add(names[i], values[i].getBytes());
      }
    }
    var value = row.getBuffer("value");
    return new ConsumerRecord<>(
        row.getString("topic"),
        row.getInteger("partition"),
        row.getLong("record_offset"),
        row.getOffsetDateTime("record_time").toInstant().toEpochMilli(),
        TimestampType.CREATE_TIME,
        ConsumerRecord.NULL_SIZE,
        ConsumerRecord.NULL_SIZE,
        row.getString("key"),
        value == null ? null : value.getBytes(),
        headers,
        Optional.empty());
  }

  static DeadRecord message(Row row) {
    var message =
        DeadRecord.newBuilder()
            .setId(row.getUUID("id").toString())
            .setConsumer(row.getString("consumer"))
            .setTopic(row.getString("topic"))
            .setPartition(row.getInteger("partition"))
            .setOffset(row.getLong("record_offset"))
            .setReason(row.getString("reason"))
            .setFailedAt(timestamp(row.getOffsetDateTime("failed_at")));
    if (row.getString("key") != null) {
      message.setKey(ByteString.copyFromUtf8(row.getString("key")));
    }
    if (row.getBuffer("value") != null) {
      message.setValue(ByteString.copyFrom(row.getBuffer("value").getBytes()));
    }
    if (row.getOffsetDateTime("replayed_at") != null) {
      message.setReplayedAt(timestamp(row.getOffsetDateTime("replayed_at")));
    }
    var names = row.getArrayOfStrings("header_names");
    var values = row.get(Buffer[].class, "header_values");
    for (int i = 0; i < names.length; i++) {
      message.putHeaders(names[i], ByteString.copyFrom(values[i].getBytes()));
    }
    return message.build();
  }

  private static Timestamp timestamp(OffsetDateTime time) {
    return Timestamp.newBuilder().setSeconds(time.toEpochSecond()).setNanos(time.getNano()).build();
  }
}
