package dev.perennial.exactlyonce;

import dev.perennial.exactlyonce.Checkpoint.Step;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Processes units; finds the poison in one that fails for its data; replays dead records. */
final class Units {

  private static final Logger LOG = Logger.getLogger(Units.class);

  private final Setting setting;
  private final ConsumerDefinition definition;
  private final Ownership ownership;
  private final ConsumerMetrics.Of metrics;
  private final DeadRecordsOf dead;
  private final UnitTrace trace;
  private final BooleanSupplier running;

  Units(
      Setting setting,
      ConsumerDefinition definition,
      Ownership ownership,
      ConsumerMetrics.Of metrics,
      BooleanSupplier running) {
    this.running = running;
    this.setting = setting;
    this.definition = definition;
    this.ownership = ownership;
    this.metrics = metrics;
    trace = new UnitTrace(setting.telemetry());
    dead =
        new DeadRecordsOf(definition.name(), setting.originGate(), setting.config().recordBytes());
  }

  /** Processes the unit; in halves, each a transaction of its own, if there is poison in it. */
  void process(Unit unit) {
    try {
      metrics.units().record(() -> commit(unit.records(), unit.ends(), null));
      metrics.records().increment(unit.records().size());
    } catch (Fault.Data poison) {
      if (!running.getAsBoolean()) {
        // What fails while the service goes down need not be the data's fault.
        throw new Publisher.StoppedException();
      }
      if (unit.isSingle()) {
        setAside(unit, poison.reason());
      } else {
        unit.halves().forEach(this::process);
      }
    }
  }

  private void setAside(Unit unit, String reason) {
    var poison = unit.records().getFirst();
    LOG.errorf(
        "%s set aside record %d of %s-%d: %s",
        definition.name(), poison.offset(), poison.topic(), poison.partition(), reason);
    ownership.commit(unit.ends(), "", (tx, _) -> dead.setAside(tx, poison, reason));
    metrics.dead().increment();
  }

  /** Replays one dead record of the partitions owned, if that was asked for. */
  boolean replayOne() {
    var owned = ownership.nextOffsets();
    var asked =
        setting
            .steps()
            .take(DeadRecordRows.nextToReplay(setting.pool(), definition.name(), owned.keySet()));
    if (asked.isEmpty()) {
      return false;
    }
    var row = asked.get();
    var revived = DeadRecordsOf.revive(row);
    var partition = new TopicPartition(revived.topic(), revived.partition());
    var unmoved = Map.of(partition, owned.getOrDefault(partition, -1L));
    try {
      commit(List.of(revived), unmoved, row.getUUID("id"));
    } catch (Fault.Data again) {
      ownership.commit(
          unmoved,
          "",
          (tx, _) ->
              DeadRecordRows.failedAgain(tx, row.getUUID("id"), again.reason())
                  .replaceWith(List.of()));
    }
    return true;
  }

  private void commit(
      List<ConsumerRecord<String, byte[]>> records,
      Map<TopicPartition, Long> ends,
      @Nullable UUID replayed) {
    trace.around(
        definition.name() + " unit",
        records,
        traceparent -> {
          var body = prepare(definition.processor(), records);
          setting.checkpoint().reached(Step.PREPARED);
          ownership.commit(ends, traceparent, replayed == null ? body : replay(replayed, body));
        });
  }

  /** The mark and what the record does are one transaction: it is replayed once. */
  private static Body replay(UUID id, Body body) {
    return (tx, context) -> DeadRecordRows.replayed(tx, id).chain(() -> body.apply(tx, context));
  }

  private <P> Body prepare(
      UnitProcessor<P> processor, List<ConsumerRecord<String, byte[]>> records) {
    P prepared = setting.steps().takeForeign(() -> processor.prepare(records));
    return (tx, context) -> processor.apply(tx, context, prepared);
  }
}
