package dev.perennial.exactlyonce;

import static java.util.Comparator.comparing;

import dev.perennial.exactlyonce.Checkpoint.Step;
import dev.perennial.exactlyonce.Positions.Advance;
import io.micrometer.core.instrument.Counter;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The partitions that a worker owns, and the one way to change anything as their owner. */
final class Ownership {

  private final Setting setting;
  private final String consumerName;
  private final Positions positions;
  private final Publisher publisher;
  private final BooleanSupplier running;
  private final Steps steps;
  private final Counter published;

  /** Claimed. */
  private final Map<TopicPartition, Position> held = new HashMap<>();

  /** To claim; with the epoch that it must still have if it was ours, else null. */
  private final Map<TopicPartition, @Nullable Long> wanted = new HashMap<>();

  /** Since when a slot has held what it holds. */
  private final Map<TopicPartition, Long> filledAt = new HashMap<>();

  private UUID incarnation = new UUID(0, 0);

  Ownership(Setting setting, String consumerName, Publisher publisher, BooleanSupplier running) {
    this.setting = setting;
    this.consumerName = consumerName;
    this.publisher = publisher;
    this.running = running;
    steps = setting.steps();
    published = setting.metrics().of(consumerName).published();
    positions = new Positions(consumerName, setting.config().idleInTransactionTimeout());
  }

  /** Assigned: to be claimed, whoever owned it. */
  void want(Collection<TopicPartition> partitions) {
    partitions.forEach(p -> wanted.put(p, null));
  }

  /** No longer ours. */
  void drop(Collection<TopicPartition> partitions) {
    partitions.forEach(held::remove);
    partitions.forEach(wanted::remove);
    partitions.forEach(filledAt::remove);
  }

  /** After a fault nothing in memory is trusted: all is claimed again, if it is still ours. */
  void suspend() {
    held.forEach((partition, position) -> wanted.put(partition, position.epoch()));
    held.clear();
  }

  Set<TopicPartition> held() {
    return Set.copyOf(held.keySet());
  }

  Map<TopicPartition, Long> nextOffsets() {
    return held.values().stream()
        .collect(Collectors.toMap(Position::partition, Position::nextOffset));
  }

  /**
   * Claims what is wanted: one epoch up, the last slots published again, on from the next offset.
   */
  void claim(Consumer<?, ?> consumer) {
    if (wanted.isEmpty()) {
      return;
    }
    var claimed = claimRows(consumer);
    setting.checkpoint().reached(Step.CLAIMED);
    var slots = new ArrayList<Slot>();
    for (var claim : claimed) {
      held.put(claim.position().partition(), claim.position());
      noteSlot(claim.position().partition(), claim.slot());
      if (claim.slot() != null && !publisher.has(claim.slot())) {
        slots.add(claim.slot());
      }
    }
    var lost = new HashSet<>(wanted.keySet());
    lost.removeAll(held.keySet());
    if (!lost.isEmpty()) {
      throw new Fault.Fenced(lost.toString());
    }
    slots.sort(comparing(Slot::source));
    publisher.send(slots);
    setting.checkpoint().reached(Step.REPUBLISHED);
    for (var partition : wanted.keySet()) {
      consumer.seek(partition, at(partition).nextOffset());
    }
    consumer.resume(wanted.keySet());
    wanted.clear();
  }

  private List<Positions.Claimed> claimRows(Consumer<?, ?> consumer) {
    return inTransaction(connection -> {
      var unknown = new HashSet<>(wanted.keySet());
      unknown.removeAll(steps.take(positions.known(connection)));
      if (!unknown.isEmpty()) {
        steps.take(positions.insert(connection, consumer.beginningOffsets(unknown)));
      }
      incarnation = steps.take(Installation.incarnation(connection));
      return steps.take(positions.claim(connection, wanted.keySet(), wanted::get));
    });
  }

  /**
   * Changes the database and publishes what follows, exactly once, as the owner of these
   * partitions.
   *
   * @param ends the partitions, with their next offsets after this
   */
  void commit(Map<TopicPartition, Long> ends, String traceparent, Body body) {
    publisher.awaitAcknowledged(running);
    setting.checkpoint().reached(Step.PUBLISHED);
    var from =
        ends.keySet().stream()
            .sorted(comparing(TopicPartition::topic).thenComparing(TopicPartition::partition))
            .map(this::at)
            .toList();
    var advances =
        inTransaction(tx -> {
          setting.checkpoint().reached(Step.BEGUN);
          Instant now = steps.take(positions.fence(tx, from));
          setting.checkpoint().reached(Step.FENCED);
          var context = new UnitContext(now, nextSequences(from));
          var outgoing = steps.takeForeign(() -> body.apply(tx, context));
          setting.checkpoint().reached(Step.APPLIED);
          var filled = fill(from, ends, traceparent, outgoing);
          steps.take(positions.advance(tx, filled));
          setting.checkpoint().reached(Step.SLOT_FILLED);
          return filled;
        });
    setting.checkpoint().reached(Step.COMMITTED);
    var slots = new ArrayList<Slot>();
    for (var advance : advances) {
      held.put(advance.from().partition(), advance.from().advancedTo(advance.nextOffset()));
      noteSlot(advance.from().partition(), advance.slot());
      if (advance.slot() != null) {
        slots.add(advance.slot());
      }
    }
    publisher.send(slots);
    published.increment(slots.stream().mapToInt(slot -> slot.entries().size()).sum());
  }

  private void noteSlot(TopicPartition partition, @Nullable Slot slot) {
    if (slot == null) {
      filledAt.remove(partition);
    } else {
      filledAt.put(partition, System.nanoTime());
    }
  }

  /**
   * Empties the slots of partitions where nothing has followed for a while, as a unit without
   * records does: what was published need not stay here until the next one.
   */
  void emptyQuietSlots() {
    long before = System.nanoTime() - setting.config().outboxRetention().toNanos();
    var quiet =
        held.values().stream()
            .filter(p -> filledAt.getOrDefault(p.partition(), before + 1) <= before)
            .collect(Collectors.toMap(Position::partition, Position::nextOffset));
    if (!quiet.isEmpty()) {
      commit(quiet, "", (_, _) -> Uni.createFrom().item(List.of()));
    }
  }

  private List<Advance> fill(
      List<Position> from,
      Map<TopicPartition, Long> ends,
      String traceparent,
      List<Outgoing> outgoing) {
    var slots = new SlotFilling(setting.config(), outgoing);
    var advances = new ArrayList<Advance>();
    for (var position : from) {
      var partition = position.partition();
      var source =
          "%s/%s/%s/%d"
              .formatted(incarnation, consumerName, partition.topic(), partition.partition());
      var slot = slots.fill(partition, source, position.sequence() + 1, traceparent);
      advances.add(new Advance(position, ends.getOrDefault(partition, -1L), slot));
    }
    slots.checkNoneLeft();
    return advances;
  }

  private Position at(TopicPartition partition) {
    var position = held.get(partition);
    if (position == null) {
      throw new Fault.Fenced(partition.toString());
    }
    return position;
  }

  private static Map<TopicPartition, Long> nextSequences(List<Position> from) {
    return from.stream().collect(Collectors.toMap(Position::partition, p -> p.sequence() + 1));
  }

  /** What a transaction does, step by step. */
  @FunctionalInterface
  private interface Transacted<T> {
    T run(SqlConnection connection);
  }

  /** A COMMIT without an answer is a fault like any: the claim that follows reads what it did. */
  private <T> T inTransaction(Transacted<T> body) {
    var connection = steps.take(setting.pool().getConnection());
    try {
      Transaction transaction = steps.take(connection.begin());
      T result;
      try {
        result = body.run(connection);
      } catch (Fault.Data | Fault.Fenced e) {
        steps.take(transaction.rollback());
        throw e;
      }
      steps.take(transaction.commit());
      return result;
    } finally {
      // Ends a transaction that is still open; nobody waits for it.
      connection.close().subscribe().with(_ -> {}, _ -> {});
    }
  }
}
