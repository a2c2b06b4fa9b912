package dev.perennial.journey.app;

import dev.perennial.journey.domain.Catalogue;
import dev.perennial.journey.domain.Changes;
import dev.perennial.journey.domain.Input;
import dev.perennial.journey.domain.Journey;
import dev.perennial.journey.domain.ProfileId;
import dev.perennial.journey.domain.Run;
import dev.perennial.journey.domain.Sighting;
import dev.perennial.journey.store.ClosedProfiles;
import dev.perennial.journey.store.ClosedProfiles.Merge;
import dev.perennial.journey.store.Runs;
import dev.perennial.journey.store.Sightings;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Takes in the active runs of profiles that were merged into profiles of these shards. Winner and
 * loser have different owners, so the loser's hands its runs over as rows, and the winner's looks
 * at them here, in its own order: a run goes on unless the winner has one of the same journey.
 */
@ApplicationScoped
public class Arrivals {

  private static final int BATCH = 500;

  private final Pool pool;
  private final Runs runs;
  private final ClosedProfiles closed;
  private final Sightings sightings;
  private final Catalogues catalogues;
  private final RunLedger ledger;

  Arrivals(
      Pool pool,
      Runs runs,
      ClosedProfiles closed,
      Sightings sightings,
      Catalogues catalogues,
      RunLedger ledger) {
    this.pool = pool;
    this.runs = runs;
    this.closed = closed;
    this.sightings = sightings;
    this.catalogues = catalogues;
    this.ledger = ledger;
  }

  /** Whether there is anything to do. */
  public Uni<Boolean> any(Set<Integer> shards) {
    return runs.anyArriving(pool, shards);
  }

  /** Returns whether there may be more. */
  public Uni<Boolean> takeIn(SqlConnection tx, Set<Integer> shards, Instant now) {
    return runs.arriving(tx, shards, BATCH)
        .flatMap(arriving ->
            arriving.isEmpty()
                ? Uni.createFrom().item(false)
                : takeIn(tx, arriving, now).replaceWith(arriving.size() == BATCH));
  }

  private Uni<Void> takeIn(SqlConnection tx, List<Run> arriving, Instant now) {
    Set<ProfileId> profiles = arriving.stream().map(Run::profile).collect(Collectors.toSet());
    return closed
        .among(tx, profiles)
        .flatMap(gone -> {
          var here = arriving.stream().filter(run -> !gone.containsKey(run.profile())).toList();
          return passOn(tx, gone).chain(() -> settle(tx, profiles, here, now));
        });
  }

  /** The winner may itself have been merged or erased meanwhile. */
  private Uni<Void> passOn(SqlConnection tx, Map<ProfileId, Optional<UUID>> gone) {
    var merged = new ArrayList<Merge>();
    var erased = new ArrayList<ProfileId>();
    gone.forEach((profile, canonical) ->
        canonical.ifPresentOrElse(
            to -> merged.add(new Merge(profile, to)), () -> erased.add(profile)));
    return runs.erase(tx, erased).chain(() -> runs.handOver(tx, merged));
  }

  private Uni<Void> settle(
      SqlConnection tx, Set<ProfileId> profiles, List<Run> arriving, Instant now) {
    if (arriving.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Set<String> workspaces =
        profiles.stream().map(ProfileId::workspace).collect(Collectors.toSet());
    return Uni.combine()
        .all()
        .unis(
            runs.active(tx, profiles),
            sightings.of(tx, profiles),
            catalogues.load(tx, workspaces, arriving))
        .with((active, seen, byWorkspace) -> step(active, seen, byWorkspace, arriving, now))
        .flatMap(changes -> ledger.keep(tx, changes, Map.of(), now))
        .replaceWithVoid();
  }

  private static Changes step(
      List<Run> active,
      Map<ProfileId, List<Sighting>> seen,
      Map<String, Catalogue> byWorkspace,
      List<Run> arriving,
      Instant now) {
    var changes = new Changes();
    var taken = active.stream().map(Arrivals::slot).collect(Collectors.toSet());
    for (Run arrived : arriving) {
      Catalogue catalogue = byWorkspace.get(arrived.profile().workspace());
      if (catalogue == null) {
        continue;
      }
      Journey journey = catalogue.of(arrived);
      Run run = arrived.withoutRevision();
      changes.keep(run);
      run = changes.step(journey, run, new Input.Merged(taken.contains(slot(run))), now);
      for (Sighting sighting : seen.getOrDefault(run.profile(), List.of())) {
        run = changes.step(journey, run, sighting.input(), now);
      }
      if (run.active()) {
        taken.add(slot(run));
      }
    }
    return changes;
  }

  /** One active run a profile, journey and key. */
  private static List<Object> slot(Run run) {
    return List.of(run.profile(), run.journey(), run.key());
  }
}
