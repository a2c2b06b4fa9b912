package dev.perennial.profile.app;

import static java.util.Objects.requireNonNull;

import dev.perennial.exactlyonce.Outgoing;
import dev.perennial.profile.domain.Consents;
import dev.perennial.profile.domain.IdentityChanges.Merge;
import dev.perennial.profile.domain.Profile;
import dev.perennial.profile.store.ConsentTable;
import dev.perennial.profile.store.Events;
import dev.perennial.profile.store.Identifiers;
import dev.perennial.profile.store.PendingMerges;
import dev.perennial.profile.store.Profiles;
import dev.perennial.profile.store.Profiles.Changed;
import dev.perennial.profile.store.Profiles.Locked;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/**
 * Moves what a retired profile holds to the canonical one, in bounded pieces: first all but the
 * history, then the history, told once more as replay under new revisions.
 */
@ApplicationScoped
public class MergeProfiles {

  /** Keeps a piece, at the gateway's greatest event, below what one outbox slot may hold. */
  private static final int PIECE = 200;

  private final PendingMerges pending;
  private final Profiles profiles;
  private final ConsentTable consents;
  private final Identifiers identifiers;
  private final Events events;

  public MergeProfiles(
      PendingMerges pending,
      Profiles profiles,
      ConsentTable consents,
      Identifiers identifiers,
      Events events) {
    this.pending = pending;
    this.profiles = profiles;
    this.consents = consents;
    this.identifiers = identifiers;
    this.events = events;
  }

  /** A merge of these shards that is not done. */
  public Uni<Optional<Merge>> next(Set<Integer> shards) {
    return pending.next(shards);
  }

  /** Does the next piece of a merge; returns what to publish. */
  public Uni<List<Outgoing>> advance(
      SqlConnection tx, Instant now, TopicPartition source, Merge merge) {
    return pending
        .lock(tx, merge.loser())
        .chain(told ->
            told.isEmpty()
                ? nothing()
                : lock(tx, merge)
                    .chain(pair -> advance(tx, new Step(now, source, merge, told.get()), pair)));
  }

  private record Step(Instant now, TopicPartition source, Merge merge, boolean told) {}

  private record Pair(Locked loser, Locked winner) {}

  private Uni<Pair> lock(SqlConnection tx, Merge merge) {
    var both = Set.of(merge.loser(), merge.winner());
    return profiles
        .lock(tx, both, both)
        .map(locked ->
            new Pair(
                requireNonNull(locked.get(merge.loser())),
                requireNonNull(locked.get(merge.winner()))));
  }

  private Uni<List<Outgoing>> advance(SqlConnection tx, Step step, Pair pair) {
    if (!step.merge.winner().equals(pair.loser.mergedInto())) {
      // The winner was merged itself in the meantime: the next look finds the new one.
      return nothing();
    }
    var winner = pair.winner.profile();
    return step.told ? move(tx, step, winner) : tell(tx, step, pair.loser.profile(), winner);
  }

  private Uni<List<Outgoing>> tell(SqlConnection tx, Step step, Profile loser, Profile winner) {
    var merge = step.merge;
    return consents
        .load(tx, Set.of(merge.loser(), merge.winner()))
        .chain(loaded ->
            identifiers
                .tellAll(tx, merge.winner())
                .map(added ->
                    winner
                        .withConsents(loaded.getOrDefault(merge.winner(), Consents.NONE))
                        .absorb(
                            loser.withConsents(loaded.getOrDefault(merge.loser(), Consents.NONE)),
                            added,
                            step.now)))
        .chain(absorbed -> write(tx, step, absorbed, loser.retire(merge.winner(), step.now)));
  }

  private Uni<List<Outgoing>> write(
      SqlConnection tx, Step step, Profile.Change absorbed, Profile.Change retired) {
    var winner = absorbed.profile();
    var encoder = new ActivityEncoder(step.now);
    Stream.concat(absorbed.steps().stream(), retired.steps().stream())
        .forEach(each -> encoder.add(step.source, each));
    return profiles
        .update(tx, List.of(new Changed(winner, true), new Changed(retired.profile(), false)))
        .chain(() -> consents.save(tx, Map.of(winner.key(), winner.consents())))
        .chain(() -> consents.append(tx, absorbed.steps()))
        .chain(() -> pending.told(tx, step.merge.loser()))
        .replaceWith(encoder.outgoing());
  }

  private Uni<List<Outgoing>> move(SqlConnection tx, Step step, Profile winner) {
    return events
        .move(tx, step.merge, winner.revision(), PIECE, step.now)
        .chain(moved -> {
          if (moved.isEmpty()) {
            return pending.delete(tx, step.merge.loser()).replaceWith(List.of());
          }
          var encoder = new ActivityEncoder(step.now);
          moved.forEach(event -> encoder.replay(step.source, event));
          var after = winner.withRevision(winner.revision() + moved.size());
          return profiles
              .update(tx, List.of(new Changed(after, false)))
              .replaceWith(encoder.outgoing());
        });
  }

  private static Uni<List<Outgoing>> nothing() {
    return Uni.createFrom().item(List.of());
  }
}
