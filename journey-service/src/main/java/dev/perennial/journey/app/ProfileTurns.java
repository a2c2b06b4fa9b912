package dev.perennial.journey.app;

import static java.util.stream.Collectors.groupingBy;

import dev.perennial.journey.domain.Activity;
import dev.perennial.journey.domain.Activity.Happening;
import dev.perennial.journey.domain.Catalogue;
import dev.perennial.journey.domain.Changes;
import dev.perennial.journey.domain.Holdings;
import dev.perennial.journey.domain.ProfileId;
import dev.perennial.journey.domain.ProfileTurn;
import dev.perennial.journey.domain.Transition;
import dev.perennial.journey.store.ClosedProfiles;
import dev.perennial.journey.store.ClosedProfiles.Merge;
import dev.perennial.journey.store.Runs;
import dev.perennial.journey.store.Sightings;
import dev.perennial.journey.store.WaitingTransitions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Takes a unit of activity and transitions: starts, steps and ends runs. */
@ApplicationScoped
public class ProfileTurns {

  private final HoldingsReader holdings;
  private final Catalogues catalogues;
  private final RunLedger ledger;
  private final WaitingTransitions waiting;
  private final Sightings sightings;
  private final ClosedProfiles closed;
  private final Runs runs;

  ProfileTurns(
      HoldingsReader holdings,
      Catalogues catalogues,
      RunLedger ledger,
      WaitingTransitions waiting,
      Sightings sightings,
      ClosedProfiles closed,
      Runs runs) {
    this.holdings = holdings;
    this.catalogues = catalogues;
    this.ledger = ledger;
    this.waiting = waiting;
    this.sightings = sightings;
    this.closed = closed;
    this.runs = runs;
  }

  /**
   * Takes them, in a transaction.
   *
   * @param activities a profile's next revisions, in order
   * @param transitions in order per profile, each once
   * @return the messages that were asked for
   */
  public Uni<List<MessageAsked>> take(
      SqlConnection tx, Instant now, List<Activity> activities, List<Transition> transitions) {
    var activitiesOf = activities.stream().collect(groupingBy(Activity::profile));
    var transitionsOf = transitions.stream().collect(groupingBy(Transition::profile));
    var profiles = new LinkedHashSet<>(activitiesOf.keySet());
    profiles.addAll(transitionsOf.keySet());
    if (profiles.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    var workspaces = profiles.stream().map(ProfileId::workspace).collect(Collectors.toSet());
    return holdings
        .read(tx, profiles, transitionsOf.keySet())
        .flatMap(held -> {
          var known = held.values().stream().flatMap(of -> of.runs().stream()).toList();
          return catalogues
              .load(tx, workspaces, known)
              .map(byWorkspace -> {
                var result = new Result(held);
                held.forEach((profile, of) ->
                    result.add(
                        catalogue(byWorkspace, profile),
                        of,
                        activitiesOf.getOrDefault(profile, List.of()),
                        transitionsOf.getOrDefault(profile, List.of()),
                        now));
                return result;
              });
        })
        .flatMap(result -> keep(tx, result, now));
  }

  private Uni<List<MessageAsked>> keep(SqlConnection tx, Result result, Instant now) {
    return ledger
        .keep(tx, result.changes, result.revisions, now)
        .call(() -> waiting.replace(tx, result.waiting))
        .call(() -> sightings.save(tx, result.sightings))
        .call(() -> closed.add(tx, result.merged, result.erased))
        .call(() -> runs.erase(tx, result.erased))
        .call(() -> runs.handOver(tx, result.merged));
  }

  private static Catalogue catalogue(Map<String, Catalogue> byWorkspace, ProfileId profile) {
    return byWorkspace.getOrDefault(profile.workspace(), new Catalogue(List.of(), Map.of()));
  }

  /** What the turns of all profiles of the unit came to. */
  private static final class Result {
    final Changes changes = new Changes();
    final Map<ProfileId, Long> revisions = new HashMap<>();
    final Map<ProfileId, List<Transition>> waiting = new LinkedHashMap<>();
    final List<Sightings.Of> sightings = new ArrayList<>();
    final List<Merge> merged = new ArrayList<>();
    final List<ProfileId> erased = new ArrayList<>();

    Result(Map<ProfileId, Holdings> held) {
      held.forEach((profile, of) -> revisions.put(profile, of.revision()));
    }

    void add(
        Catalogue catalogue,
        Holdings held,
        List<Activity> activities,
        List<Transition> transitions,
        Instant now) {
      var turn = new ProfileTurn(catalogue, held, changes, now);
      turn.take(activities, transitions);
      ProfileId profile = held.profile();
      if (!turn.waiting().equals(held.waiting())) {
        waiting.put(profile, turn.waiting());
      }
      turn.sightings().forEach(sighting -> sightings.add(new Sightings.Of(profile, sighting)));
      turn.closing()
          .ifPresent(how -> {
            switch (how) {
              case Happening.Retired(var canonical) -> merged.add(new Merge(profile, canonical));
              case Happening.Erased _ -> erased.add(profile);
              case Happening.Event _, Happening.Other _ ->
                  throw new IllegalStateException("closes nothing");
            }
          });
    }
  }
}
