package dev.perennial.exactlyonce;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Runs the shard work of one worker, each when it is due. */
final class WorkSchedule {

  private static final Logger LOG = Logger.getLogger(WorkSchedule.class);

  private final Setting setting;
  private final String mainTopic;
  private final Ownership ownership;
  private final ConsumerMetrics.Of metrics;
  private final List<Entry> entries;

  WorkSchedule(
      Setting setting,
      ConsumerDefinition definition,
      Ownership ownership,
      ConsumerMetrics.Of metrics) {
    this.setting = setting;
    this.ownership = ownership;
    this.metrics = metrics;
    mainTopic = definition.topics().getFirst();
    var retention = setting.config().deadRecordRetention();
    entries =
        Stream.concat(
                definition.work().stream(),
                Stream.of(new DeadRecordRetention(setting.pool(), definition.name(), retention)))
            .map(w -> new Entry(w, setting.config()))
            .toList();
  }

  /** How long until some work is due, at most this long. */
  Duration untilDue(Duration most) {
    return entries.stream().map(Entry::left).reduce(most, (a, b) -> a.compareTo(b) < 0 ? a : b);
  }

  /** Runs each that is due once. */
  void run() {
    var offsets = mainOffsets();
    if (offsets.isEmpty()) {
      return;
    }
    for (var entry : entries) {
      if (entry.left().isZero()) {
        run(entry, entry.work);
      }
    }
  }

  private void run(Entry entry, ShardWork<?> work) {
    boolean more;
    try {
      more = runOnce(work);
    } catch (Fault.Data e) {
      failed(entry, work, e);
      return;
    } catch (Preparing e) {
      failed(entry, work, e.fault);
      return;
    }
    entry.done(more);
  }

  private void failed(Entry entry, ShardWork<?> work, Fault fault) {
    metrics.workFailures().increment();
    LOG.warnf("%s failed and is tried again: %s", work.name(), fault.reason());
    entry.failed();
  }

  private <P> boolean runOnce(ShardWork<P> work) {
    var offsets = mainOffsets();
    Set<Integer> shards =
        offsets.keySet().stream().map(TopicPartition::partition).collect(Collectors.toSet());
    var prepared = prepare(work, shards);
    if (prepared.isEmpty()) {
      return false;
    }
    var more = new boolean[1];
    new UnitTrace(setting.telemetry())
        .around(
            work.name(),
            List.of(),
            traceparent ->
                ownership.commit(
                    offsets,
                    traceparent,
                    (tx, context) ->
                        work.apply(tx, context, prepared.get())
                            .invoke(done -> more[0] = done.more())
                            .map(ShardWork.Done::outgoing)));
    return more[0];
  }

  /** Nothing was changed yet: only this work waits, units go on. */
  private <P> Optional<P> prepare(ShardWork<P> work, Set<Integer> shards) {
    try {
      return setting.steps().takeForeign(() -> work.prepare(shards));
    } catch (Fault fault) {
      throw new Preparing(fault);
    }
  }

  private Map<TopicPartition, Long> mainOffsets() {
    return ownership.nextOffsets().entrySet().stream()
        .filter(e -> e.getKey().topic().equals(mainTopic))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static final class Preparing extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Fault fault;

    Preparing(Fault fault) {
      super(fault);
      this.fault = fault;
    }
  }

  /** One work and when it is due. */
  private static final class Entry {
    final ShardWork<?> work;
    private final Backoff backoff;
    private long due = System.nanoTime();

    Entry(ShardWork<?> work, ExactlyOnceConfig config) {
      this.work = work;
      backoff = new Backoff(config);
    }

    Duration left() {
      return Duration.ofNanos(Math.max(0, due - System.nanoTime()));
    }

    void done(boolean more) {
      backoff.reset();
      due = System.nanoTime() + (more ? 0 : work.interval().toNanos());
    }

    void failed() {
      backoff.begin();
      due = System.nanoTime() + backoff.left().toNanos();
    }
  }
}
