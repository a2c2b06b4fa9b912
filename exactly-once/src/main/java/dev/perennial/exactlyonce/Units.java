package dev.perennial.exactlyonce;

import dev.perennial.exactlyonce.Checkpoint.Step;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Processes units, and finds the poison in one that fails for its data. */
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
      var ends = unit.ends(ownership.nextOffsets());
      metrics.units().record(() -> commit(unit.records(), ends, UnaryOperator.identity()));
      metrics.records().increment(unit.held() ? 0 : unit.records().size());
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
    ownership.commit(
        unit.ends(ownership.nextOffsets()),
        "",
        (tx, _) ->
            unit.held()
                ? dead.setAsideHeld(tx, poison, reason)
                : dead.setAside(tx, poison, reason));
    metrics.dead().increment();
  }

  /**
   * Processes one unit of what the revision gate has held back and would let pass now. Apart from
   * the record that closed the gap, so that each is set aside for its own fault only; a piece at a
   * time, so that what has waited for long holds up nothing else.
   *
   * @return whether there may be more
   */
  boolean release() {
    var owned = ownership.held();
    if (!setting.revisionGate().mayBeReady(owned)) {
      return false;
    }
    var config = setting.config();
    var ready =
        setting
            .steps()
            .take(HeldRows.ready(setting.pool(), owned, config.unitRecords(), config.unitBytes()));
    if (ready.isEmpty()) {
      return false;
    }
    setting.revisionGate().lookAgain(owned);
    process(new Unit(ready, true));
    return true;
  }

  /** Processes records as one unit, whose transaction does something besides. */
  void commit(
      List<ConsumerRecord<String, byte[]>> records,
      Map<TopicPartition, Long> ends,
      UnaryOperator<Body> besides) {
    trace.around(
        definition.name() + " unit",
        records,
        traceparent -> {
          var body = prepare(definition.processor(), records);
          setting.checkpoint().reached(Step.PREPARED);
          ownership.commit(ends, traceparent, besides.apply(body));
        });
  }

  private <P> Body prepare(
      UnitProcessor<P> processor, List<ConsumerRecord<String, byte[]>> records) {
    P prepared = setting.steps().takeForeign(() -> processor.prepare(records));
    return (tx, context) -> processor.apply(tx, context, prepared);
  }
}
