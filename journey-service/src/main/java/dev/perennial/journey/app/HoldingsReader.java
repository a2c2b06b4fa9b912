package dev.perennial.journey.app;

import dev.perennial.journey.domain.Holdings;
import dev.perennial.journey.domain.ProfileId;
import dev.perennial.journey.domain.Run;
import dev.perennial.journey.domain.Sighting;
import dev.perennial.journey.domain.Transition;
import dev.perennial.journey.store.ClosedProfiles;
import dev.perennial.journey.store.KnownRevisions;
import dev.perennial.journey.store.Runs;
import dev.perennial.journey.store.Sightings;
import dev.perennial.journey.store.WaitingTransitions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Reads what is kept of a unit's profiles: little where only activity came, all where a run may
 * start.
 */
@ApplicationScoped
public class HoldingsReader {

  private final Runs runs;
  private final WaitingTransitions waiting;
  private final Sightings sightings;
  private final ClosedProfiles closed;
  private final KnownRevisions revisions;

  HoldingsReader(
      Runs runs,
      WaitingTransitions waiting,
      Sightings sightings,
      ClosedProfiles closed,
      KnownRevisions revisions) {
    this.runs = runs;
    this.waiting = waiting;
    this.sightings = sightings;
    this.closed = closed;
    this.revisions = revisions;
  }

  /**
   * By profile, in the order given.
   *
   * @param crossing those of the profiles for which transitions came
   */
  public Uni<Map<ProfileId, Holdings>> read(
      SqlConnection tx, Collection<ProfileId> profiles, Set<ProfileId> crossing) {
    var found = new Found();
    var startable = new HashSet<>(crossing);
    return runs.active(tx, profiles)
        .invoke(found::addRuns)
        .chain(() -> waiting.of(tx, profiles))
        .invoke(found.waiting::putAll)
        .invoke(transitions -> startable.addAll(transitions.keySet()))
        .chain(() -> startable.isEmpty() ? Uni.createFrom().voidItem() : more(tx, startable, found))
        .replaceWith(() -> found.holdings(profiles));
  }

  private Uni<Void> more(SqlConnection tx, Set<ProfileId> profiles, Found found) {
    return runs.last(tx, profiles)
        .invoke(found::addRuns)
        .chain(() -> sightings.of(tx, profiles))
        .invoke(found.sightings::putAll)
        .chain(() -> closed.among(tx, profiles))
        .invoke(closedOnes -> found.closed.addAll(closedOnes.keySet()))
        .chain(() -> revisions.of(tx, profiles))
        .invoke(found.revisions::putAll)
        .replaceWithVoid();
  }

  private static final class Found {
    final Map<ProfileId, Map<UUID, Run>> runs = new HashMap<>();
    final Map<ProfileId, List<Transition>> waiting = new HashMap<>();
    final Map<ProfileId, List<Sighting>> sightings = new HashMap<>();
    final Set<ProfileId> closed = new HashSet<>();
    final Map<ProfileId, Long> revisions = new HashMap<>();

    void addRuns(List<Run> more) {
      for (Run run : more) {
        runs.computeIfAbsent(run.profile(), _ -> new LinkedHashMap<>()).put(run.id(), run);
      }
    }

    Map<ProfileId, Holdings> holdings(Collection<ProfileId> profiles) {
      var holdings = new LinkedHashMap<ProfileId, Holdings>();
      for (ProfileId profile : profiles) {
        holdings.put(
            profile,
            new Holdings(
                profile,
                revisions.getOrDefault(profile, 0L),
                closed.contains(profile),
                List.copyOf(runs.getOrDefault(profile, Map.of()).values()),
                sightings.getOrDefault(profile, List.of()),
                waiting.getOrDefault(profile, List.of())));
      }
      return holdings;
    }
  }
}
