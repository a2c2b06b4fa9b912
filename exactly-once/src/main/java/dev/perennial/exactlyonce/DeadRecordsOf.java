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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;

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
        .chain(fresh -> fresh.isEmpty() ? nothing() : keep(tx, dead, reason));
  }

  /** The same for one that was held back, whose origin may be before those that count as seen. */
  Uni<List<Outgoing>> setAsideHeld(
      SqlConnection tx, ConsumerRecord<String, byte[]> dead, String reason) {
    return HeldRows.drop(tx, dead)
        .chain(() -> originGate.admit(tx, List.of(dead)))
        .chain(() -> keep(tx, dead, reason));
  }

  /** When this very record was set aside before, its offset set back, nothing is told again. */
  private Uni<List<Outgoing>> keep(
      SqlConnection tx, ConsumerRecord<String, byte[]> dead, String reason) {
    return DeadRecordRows.insert(tx, consumer, dead, reason)
        .map(kept -> kept.map(row -> outgoing(dead, message(row))).stream().toList());
  }

  private static Uni<List<Outgoing>> nothing() {
    return Uni.createFrom().item(List.of());
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
    return StoredRecord.of(row, headers);
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
    if (row.getOffsetDateTime("discarded_at") != null) {
      message.setDiscardedAt(timestamp(row.getOffsetDateTime("discarded_at")));
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
