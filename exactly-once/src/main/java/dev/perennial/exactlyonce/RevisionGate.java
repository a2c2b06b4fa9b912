package dev.perennial.exactlyonce;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Order, deduplication and proof of loss for streams whose records carry a dense revision per
 * profile: drops what was seen, and holds a record back, as a row, until all before it have come. A
 * service reads one such stream, in one consumer.
 */
@Singleton
public final class RevisionGate {

  private final Counter duplicates;
  private final Counter heldBack;

  @Inject
  RevisionGate(MeterRegistry meters) {
    duplicates = meters.counter("perennial.gate.duplicates", "gate", "revision");
    heldBack = meters.counter("perennial.gate.held.back");
  }

  /**
   * A record of such a stream.
   *
   * @param payload kept as it is while the record is held back
   */
  public record Revised(
      TopicPartition source, String workspace, UUID profileId, long revision, byte[] payload) {}

  /**
   * What is to be processed now: of those given and those held back, each profile's next revisions
   * without a gap, in order. Two set-based statements, within the transaction.
   */
  public Uni<List<Revised>> admit(SqlConnection tx, List<Revised> records) {
    if (records.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    var profiles = new LinkedHashMap<ProfileKey, Profile>();
    records.forEach(r -> profiles.computeIfAbsent(ProfileKey.of(r), Profile::new));
    return load(tx, profiles)
        .chain(() -> loadHeld(tx, profiles))
        .map(_ -> pass(profiles, records))
        .call(_ -> store(tx, profiles.values()));
  }

  private List<Revised> pass(Map<ProfileKey, Profile> profiles, List<Revised> records) {
    var admitted = new ArrayList<Revised>(records.size());
    for (var revised : records) {
      var profile = profiles.get(ProfileKey.of(revised));
      if (profile != null && !profile.pass(revised, admitted)) {
        duplicates.increment();
      }
    }
    return admitted;
  }

  private static Uni<Void> load(SqlConnection tx, Map<ProfileKey, Profile> profiles) {
    return RevisionRows.load(tx, profiles.keySet())
        .invoke(rows -> rows.forEach(row -> profile(profiles, row).load(row)))
        .replaceWithVoid();
  }

  private static Uni<Void> loadHeld(SqlConnection tx, Map<ProfileKey, Profile> profiles) {
    var holding = profiles.values().stream().filter(p -> p.loadedHeld > 0).map(p -> p.key).toList();
    if (holding.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return RevisionRows.loadHeld(tx, holding)
        .invoke(rows -> rows.forEach(row -> profile(profiles, row).loadHeld(row)))
        .replaceWithVoid();
  }

  private static Profile profile(Map<ProfileKey, Profile> profiles, Row row) {
    var key = new ProfileKey(row.getString("workspace"), row.getUUID("profile_id"));
    return profiles.computeIfAbsent(key, Profile::new);
  }

  private Uni<Void> store(SqlConnection tx, Collection<Profile> profiles) {
    var changed = profiles.stream().filter(Profile::isChanged).toList();
    var toHold = changed.stream().flatMap(p -> p.arrivedEarly().stream()).toList();
    heldBack.increment(toHold.size());
    var released = changed.stream().filter(p -> p.loadedHeld > 0).toList();
    Uni<Void> stored = Uni.createFrom().voidItem();
    if (!changed.isEmpty()) {
      stored = RevisionRows.store(tx, changed);
    }
    if (!toHold.isEmpty()) {
      stored = stored.chain(() -> RevisionRows.hold(tx, toHold));
    }
    if (!released.isEmpty()) {
      stored = stored.chain(() -> RevisionRows.release(tx, released));
    }
    return stored;
  }

  record ProfileKey(String workspace, UUID profileId) {
    static ProfileKey of(Revised revised) {
      return new ProfileKey(revised.workspace, revised.profileId);
    }
  }

  /** Where one profile stands. */
  static final class Profile {
    final ProfileKey key;
    private long loadedLast;
    private int loadedHeld;
    private long last;
    private boolean holdsNew;
    private final TreeMap<Long, Revised> waiting = new TreeMap<>();
    private final TreeMap<Long, Revised> early = new TreeMap<>();

    Profile(ProfileKey key) {
      this.key = key;
    }

    void load(Row row) {
      loadedLast = row.getLong("last_revision");
      last = loadedLast;
      loadedHeld = row.getInteger("held");
    }

    void loadHeld(Row row) {
      var source = new TopicPartition(row.getString("topic"), row.getInteger("partition"));
      long revision = row.getLong("revision");
      byte[] payload = row.getBuffer("payload").getBytes();
      waiting.put(revision, new Revised(source, key.workspace, key.profileId, revision, payload));
    }

    /** False when the record was seen. */
    boolean pass(Revised revised, List<Revised> admitted) {
      if (revised.revision <= last || waiting.containsKey(revised.revision)) {
        return false;
      }
      waiting.put(revised.revision, revised);
      if (revised.revision > last + 1) {
        early.put(revised.revision, revised);
        holdsNew = true;
      }
      for (Revised next = next(); next != null; next = next()) {
        admitted.add(next);
        last = next.revision;
      }
      return true;
    }

    private @Nullable Revised next() {
      return waiting.remove(last + 1);
    }

    boolean isChanged() {
      return last != loadedLast || holdsNew;
    }

    List<Revised> arrivedEarly() {
      return List.copyOf(early.tailMap(last, false).values());
    }

    long last() {
      return last;
    }

    int held() {
      return waiting.size();
    }
  }
}
