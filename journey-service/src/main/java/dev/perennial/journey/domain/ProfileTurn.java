package dev.perennial.journey.domain;

import dev.perennial.journey.domain.Activity.Happening;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a unit's activity and transitions make of one profile.
 *
 * <p>A transition waits until the profile's activity has reached the revision that it was evaluated
 * at, so that a purchase is never seen after the entry that it should have prevented. Where the
 * activity is ahead, what was seen meanwhile is held against the entry.
 */
public final class ProfileTurn {

  private final Catalogue catalogue;
  private final Instant now;
  private final ProfileId profile;
  private final Changes changes;
  private final Map<UUID, Run> runs = new LinkedHashMap<>();
  private final Map<ExitRule, Sighting> sightings = new LinkedHashMap<>();
  private final Map<ExitRule, Sighting> newSightings = new LinkedHashMap<>();
  private final List<Transition> transitions = new ArrayList<>();
  private final List<Transition> waiting = new ArrayList<>();
  private long revision;
  private boolean closed;
  private Optional<Happening> closing = Optional.empty();

  public ProfileTurn(Catalogue catalogue, Holdings held, Changes changes, Instant now) {
    this.catalogue = catalogue;
    this.now = now;
    this.profile = held.profile();
    this.changes = changes;
    this.revision = held.revision();
    this.closed = held.closed();
    held.runs().forEach(run -> runs.put(run.id(), run));
    held.sightings().forEach(sighting -> sightings.put(sighting.what(), sighting));
    transitions.addAll(held.waiting());
  }

  /** Takes what came, each in order; once. */
  public void take(List<Activity> activities, List<Transition> arrived) {
    var ahead = new ArrayDeque<>(activities);
    if (!ahead.isEmpty()) {
      revision = ahead.getFirst().revision() - 1;
    }
    arrived.stream().filter(catalogue::concerns).forEach(transitions::add);
    for (Transition transition : transitions) {
      while (revision < transition.revision() && !ahead.isEmpty()) {
        see(ahead.remove());
      }
      if (revision < transition.revision() || !waiting.isEmpty()) {
        waiting.add(transition);
      } else {
        cross(transition);
      }
    }
    ahead.forEach(this::see);
    if (closed) {
      waiting.clear();
    }
  }

  /** Transitions that its activity has not reached yet, in order. */
  public List<Transition> waiting() {
    return List.copyOf(waiting);
  }

  public List<Sighting> sightings() {
    return List.copyOf(newSightings.values());
  }

  /** How the profile ended, if it did now. */
  public Optional<Happening> closing() {
    return closing;
  }

  private void see(Activity activity) {
    revision = activity.revision();
    switch (activity.happening()) {
      case Happening.Event(String name) -> {
        var sighting =
            new Sighting(new ExitRule.OnEvent(name), activity.revision(), activity.occurredAt());
        tellRuns(sighting.input());
        remember(sighting);
      }
      case Happening.Retired retired -> close(retired);
      case Happening.Erased erased -> close(erased);
      case Happening.Other _ -> {}
    }
  }

  private void close(Happening how) {
    closed = true;
    closing = Optional.of(how);
  }

  private void cross(Transition transition) {
    if (closed) {
      return;
    }
    if (transition.cause() != Transition.Cause.EXISTING) {
      tellRuns(transition.input());
      remember(
          new Sighting(
              new ExitRule.OnSegment(transition.segment(), transition.movement()),
              transition.revision(),
              transition.effectiveAt()));
    }
    catalogue.published().stream()
        .filter(journey -> Catalogue.starts(journey, transition))
        .forEach(journey -> start(journey, transition));
  }

  private void start(PublishedJourney journey, Transition transition) {
    var earlier =
        runs.values().stream().filter(run -> run.journey().equals(journey.key())).toList();
    var last = earlier.stream().max(Comparator.comparingInt(Run::entry));
    if (earlier.stream().anyMatch(Run::active) || hadItsRun(transition, earlier)) {
      return;
    }
    var objection = last.flatMap(run -> journey.definition().start().reentry().objection(run, now));
    if (objection.isPresent()) {
      last.ifPresent(run -> changes.note(run, objection.get()));
      return;
    }
    Run run =
        Run.begin(
            profile,
            journey,
            last.map(Run::entry).orElse(0) + 1,
            transition.effectiveAt(),
            transition.cause() == Transition.Cause.EXISTING ? revision : transition.revision(),
            now);
    changes.note(run, transition.reason());
    for (Sighting sighting : sightings.values()) {
      run = changes.step(journey.definition(), run, sighting.input(), now);
    }
    run = changes.step(journey.definition(), run, new Input.Entered(), now);
    runs.put(run.id(), run);
  }

  /** One membership starts one run, however often it is told, live and as existing. */
  private static boolean hadItsRun(Transition transition, Collection<Run> earlier) {
    return earlier.stream().anyMatch(run -> !run.since().isBefore(transition.effectiveAt()));
  }

  private void tellRuns(Input input) {
    runs.replaceAll(
        (_, run) -> run.active() ? changes.step(catalogue.of(run), run, input, now) : run);
  }

  private void remember(Sighting sighting) {
    if (!catalogue.watches(sighting.what())) {
      return;
    }
    Sighting before = sightings.get(sighting.what());
    if (before == null || !sighting.at().isBefore(before.at())) {
      sightings.put(sighting.what(), sighting);
      newSightings.put(sighting.what(), sighting);
    }
  }
}
