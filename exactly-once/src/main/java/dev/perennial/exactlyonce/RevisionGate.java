package dev.perennial.exactlyonce;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Order, deduplication and proof of loss for streams whose records carry a dense revision per
 * profile: drops what was seen, and holds a record back, as a row, until all before it have come;
 * then its owner processes it in a unit of its own. An erasure waits for nothing. A service reads
 * one such stream, in one consumer.
 */
@Singleton
public final class RevisionGate {

  private final Counter duplicates;
  private final Counter heldBack;

  /** Where a gap closed before records that wait. A hint: whether any are ready is in the rows. */
  private final Set<TopicPartition> closed = ConcurrentHashMap.newKeySet();

  @Inject
  RevisionGate(MeterRegistry meters) {
    duplicates = meters.counter("perennial.gate.duplicates", "gate", "revision");
    heldBack = meters.counter("perennial.gate.held.back");
  }

  /**
   * A record of such a stream.
   *
   * @param erasure whether the profile ends with it: it passes over a gap, and what is kept of the
   *     profile here, held back or set aside, is deleted with it
   */
  public record Revised(
      ConsumerRecord<String, byte[]> record,
      String workspace,
      UUID profileId,
      long revision,
      boolean erasure) {

    public TopicPartition source() {
      return new TopicPartition(record.topic(), record.partition());
    }

    public byte[] payload() {
      return record.value();
    }
  }

  /**
   * Those that are to be processed now: each profile's next revisions without a gap, in order. At
   * most four set-based statements, within the transaction; what is held back is not read.
   */
  public Uni<List<Revised>> admit(SqlConnection tx, List<Revised> records) {
    if (records.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    var standings = new LinkedHashMap<ProfileKey, Standing>();
    records.forEach(r -> standings.computeIfAbsent(ProfileKey.of(r), Standing::new));
    return RevisionRows.load(tx, standings)
        .map(_ -> pass(standings, records))
        .call(admitted -> store(tx, standings, admitted));
  }

  private List<Revised> pass(Map<ProfileKey, Standing> standings, List<Revised> records) {
    var admitted = new ArrayList<Revised>(records.size());
    for (var revised : records) {
      var standing = requireNonNull(standings.get(ProfileKey.of(revised)));
      if (standing.hasSeen(revised.revision())) {
        duplicates.increment();
      } else {
        admitted.addAll(standing.take(revised));
      }
    }
    return admitted;
  }

  private Uni<Void> store(
      SqlConnection tx, Map<ProfileKey, Standing> standings, List<Revised> admitted) {
    var changed = standings.values().stream().filter(Standing::isChanged).toList();
    return hold(tx, standings, changed)
        .chain(() -> release(tx, standings, changed))
        .chain(() -> RevisionRows.store(tx, changed))
        .invoke(anyReady -> {
          if (anyReady) {
            closed.addAll(admitted.stream().map(Revised::source).collect(toSet()));
          }
        })
        .chain(() -> forget(tx, admitted));
  }

  private Uni<Void> hold(
      SqlConnection tx, Map<ProfileKey, Standing> standings, Collection<Standing> changed) {
    var early = changed.stream().flatMap(s -> s.early().stream()).toList();
    return HeldRows.hold(tx, early)
        .invoke(added -> {
          added.forEach((key, rows) -> requireNonNull(standings.get(key)).addHeld(rows));
          int rows = added.values().stream().mapToInt(Integer::intValue).sum();
          heldBack.increment(rows);
          duplicates.increment(early.size() - rows);
        })
        .replaceWithVoid();
  }

  private static Uni<Void> release(
      SqlConnection tx, Map<ProfileKey, Standing> standings, Collection<Standing> changed) {
    return HeldRows.release(tx, changed.stream().filter(Standing::mayRelease).toList())
        .invoke(
            gone -> gone.forEach((key, rows) -> requireNonNull(standings.get(key)).addHeld(-rows)))
        .replaceWithVoid();
  }

  private static Uni<Void> forget(SqlConnection tx, List<Revised> admitted) {
    var keys =
        admitted.stream().filter(Revised::erasure).map(r -> r.record().key()).collect(toSet());
    return keys.isEmpty() ? Uni.createFrom().voidItem() : DeadRecordRows.forget(tx, keys);
  }

  /** Gives a revision up: once all before it have come, the profile passes over it. */
  Uni<Void> giveUp(SqlConnection tx, Revised revised) {
    var key = ProfileKey.of(revised);
    var standings = Map.of(key, new Standing(key));
    var standing = requireNonNull(standings.get(key));
    return RevisionRows.load(tx, standings)
        .chain(() -> {
          if (standing.hasSeen(revised.revision())) {
            return Uni.createFrom().voidItem();
          }
          standing.giveUp(revised.revision());
          return HeldRows.giveUp(tx, revised)
              .invoke(standing::addHeld)
              .chain(() -> HeldRows.release(tx, List.of(standing)))
              .invoke(gone -> standing.addHeld(-gone.getOrDefault(key, 0)))
              .chain(() -> RevisionRows.store(tx, List.of(standing)))
              .invoke(() -> closed.add(revised.source()))
              .replaceWithVoid();
        });
  }

  /**
   * Gives up a record that cannot say whose it is: it stands for the revision that the profile of
   * its key waits for.
   */
  Uni<Void> giveUpNext(SqlConnection tx, ConsumerRecord<String, byte[]> unreadable) {
    UUID profileId;
    try {
      profileId = UUID.fromString(String.valueOf(unreadable.key()));
    } catch (IllegalArgumentException notAProfile) {
      return Uni.createFrom().voidItem();
    }
    return RevisionRows.waiting(tx, profileId)
        .chain(row -> {
          if (row.isEmpty()) {
            return Uni.createFrom().voidItem();
          }
          var workspace = row.get().getString("workspace");
          long next = row.get().getLong("last_revision") + 1;
          return giveUp(tx, new Revised(unreadable, workspace, profileId, next, false));
        });
  }

  /** Have these partitions looked at again: what is ready there may be from before this owner. */
  void lookAgain(Set<TopicPartition> owned) {
    closed.addAll(owned);
  }

  /** Whether records of these partitions may be ready; once, until the next is. */
  boolean mayBeReady(Set<TopicPartition> owned) {
    return closed.removeAll(owned);
  }

  /** A profile of a workspace. */
  record ProfileKey(String workspace, UUID profileId) {
    static ProfileKey of(Revised revised) {
      return new ProfileKey(revised.workspace, revised.profileId);
    }
  }
}
