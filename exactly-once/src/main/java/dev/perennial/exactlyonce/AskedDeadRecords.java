package dev.perennial.exactlyonce;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Replays and discards the dead records of one consumer, when a person asks for it. */
final class AskedDeadRecords {

  private final Setting setting;
  private final ConsumerDefinition definition;
  private final Ownership ownership;
  private final Units units;

  AskedDeadRecords(
      Setting setting, ConsumerDefinition definition, Ownership ownership, Units units) {
    this.setting = setting;
    this.definition = definition;
    this.ownership = ownership;
    this.units = units;
  }

  /** Settles one of the partitions owned; false when there is none. */
  boolean settleOne() {
    var owned = ownership.nextOffsets();
    var next = DeadRecordRows.nextAsked(setting.pool(), definition.name(), owned.keySet());
    var asked = setting.steps().take(next);
    if (asked.isEmpty()) {
      return false;
    }
    var row = asked.get();
    var revived = DeadRecordsOf.revive(row);
    var partition = new TopicPartition(revived.topic(), revived.partition());
    var unmoved = Map.of(partition, owned.getOrDefault(partition, -1L));
    if (row.getOffsetDateTime("discard_requested_at") == null) {
      replay(row.getUUID("id"), revived, unmoved);
    } else {
      discard(row.getUUID("id"), revived, unmoved);
    }
    return true;
  }

  /** The mark and what the record does are one transaction: it is replayed once. */
  private void replay(
      UUID id, ConsumerRecord<String, byte[]> revived, Map<TopicPartition, Long> unmoved) {
    try {
      units.commit(
          List.of(revived),
          unmoved,
          body ->
              (tx, context) ->
                  DeadRecordRows.replayed(tx, id)
                      .chain(stillAsked -> stillAsked ? body.apply(tx, context) : nothing()));
    } catch (Fault.Data again) {
      ownership.commit(
          unmoved,
          "",
          (tx, _) ->
              DeadRecordRows.failedAgain(tx, id, again.reason()).chain(AskedDeadRecords::nothing));
    }
  }

  private void discard(
      UUID id, ConsumerRecord<String, byte[]> revived, Map<TopicPartition, Long> unmoved) {
    ownership.commit(
        unmoved,
        "",
        (tx, _) ->
            DeadRecordRows.discarded(tx, id)
                .chain(stillAsked -> stillAsked ? giveUp(tx, revived) : Uni.createFrom().voidItem())
                .chain(AskedDeadRecords::nothing));
  }

  /** Who waits behind the record in a stream with revisions goes on without it. */
  private Uni<Void> giveUp(SqlConnection tx, ConsumerRecord<String, byte[]> discarded) {
    try {
      var revised = definition.processor().revised(discarded);
      return revised.isEmpty()
          ? Uni.createFrom().voidItem()
          : setting.revisionGate().giveUp(tx, revised.get());
    } catch (RuntimeException unreadable) {
      return setting.revisionGate().giveUpNext(tx, discarded);
    }
  }

  private static Uni<List<Outgoing>> nothing() {
    return Uni.createFrom().item(List.of());
  }
}
