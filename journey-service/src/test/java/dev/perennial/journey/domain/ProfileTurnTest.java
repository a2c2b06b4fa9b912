package dev.perennial.journey.domain;

import static dev.perennial.journey.domain.Given.ANN;
import static dev.perennial.journey.domain.Given.DAY;
import static dev.perennial.journey.domain.Given.NOON;
import static dev.perennial.journey.domain.Given.WIN_BACK;
import static dev.perennial.journey.domain.Given.catalogue;
import static dev.perennial.journey.domain.Given.entered;
import static dev.perennial.journey.domain.Given.left;
import static dev.perennial.journey.domain.Given.order;
import static dev.perennial.journey.domain.Given.other;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.journey.domain.Run.State;
import dev.perennial.journey.domain.Transition.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProfileTurnTest {

  private static final Instant LATER = NOON.plus(DAY);
  private static final Instant LATEST = LATER.plus(DAY);

  /** A profile over several units, as its rows would carry it on. */
  private static final class Ann {
    final Catalogue catalogue;
    long revision;
    boolean closed;
    List<Run> runs = new ArrayList<>();
    List<Sighting> sightings = new ArrayList<>();
    List<Transition> waiting = List.of();
    final List<String> reasons = new ArrayList<>();

    Ann(Catalogue catalogue) {
      this.catalogue = catalogue;
    }

    Ann unit(Instant now, List<Activity> activities, List<Transition> transitions) {
      var changes = new Changes();
      if (!activities.isEmpty()) {
        revision = activities.getLast().revision();
      }
      var turn =
          new ProfileTurn(
              catalogue,
              new Holdings(ANN, revision, closed, runs, sightings, waiting),
              changes,
              now);
      turn.take(activities, transitions);
      for (Run run : changes.runs()) {
        runs.removeIf(old -> old.id().equals(run.id()));
        runs.add(run);
      }
      waiting = turn.waiting();
      turn.sightings()
          .forEach(sighting -> {
            sightings.removeIf(old -> old.what().equals(sighting.what()));
            sightings.add(sighting);
          });
      closed |= turn.closing().isPresent();
      changes.decisions().forEach(decided -> reasons.add(decided.command().reason()));
      return this;
    }

    long active() {
      return runs.stream().filter(Run::active).count();
    }
  }

  private static Ann known(Journey journey, long revision) {
    var ann = new Ann(catalogue(journey));
    ann.revision = revision;
    return ann;
  }

  @Test
  void enteringTheSegmentStartsARun() {
    var ann = known(WIN_BACK, 5).unit(NOON, List.of(), List.of(entered(NOON, 5)));
    assertEquals(
        List.of(
            "entered segment lapsed",
            "asked for email message win-back",
            "waits until 2026-03-04T12:00:00Z"),
        ann.reasons);
  }

  @Test
  void anEntryWaitsForTheActivityThatItWasEvaluatedAt() {
    var ann = known(WIN_BACK, 4).unit(NOON, List.of(), List.of(entered(NOON, 5)));
    assertEquals(0, ann.runs.size());
    assertEquals(1, ann.waiting.size());
    ann.unit(NOON, List.of(other(NOON, 5)), List.of());
    assertEquals(1, ann.active());
    assertTrue(ann.waiting.isEmpty());
  }

  @Test
  void aLeavingBehindAWaitingEntryWaitsAsWell() {
    var ann =
        known(WIN_BACK, 4)
            .unit(NOON, List.of(), List.of(entered(NOON, 6), left(NOON.plusSeconds(1), 6)))
            .unit(NOON, List.of(other(NOON, 5), other(NOON, 6)), List.of());
    assertEquals(0, ann.active());
    assertEquals("left segment lapsed", ann.reasons.getLast());
  }

  @Test
  void anOrderAfterTheEntryInTheSameUnitEndsTheRun() {
    var ann =
        known(WIN_BACK, 4)
            .unit(LATER, List.of(other(NOON, 5), order(LATER, 6)), List.of(entered(NOON, 5)));
    assertEquals("Order Completed happened", ann.reasons.getLast());
  }

  @Test
  void anOrderSeenBeforeTheEntryWasToldKeepsTheRunFromStarting() {
    var ann =
        known(WIN_BACK, 5)
            .unit(LATER, List.of(order(LATER, 6)), List.of())
            .unit(LATER, List.of(), List.of(entered(NOON, 5)));
    assertEquals(List.of("entered segment lapsed", "Order Completed happened"), ann.reasons);
    assertEquals(0, ann.runs.getFirst().messages());
  }

  @Test
  void anOrderThatTheEntryKnewDoesNot() {
    var ann =
        known(WIN_BACK, 5)
            .unit(NOON, List.of(order(NOON, 6)), List.of())
            .unit(LATER, List.of(), List.of(entered(LATER, 6)));
    assertEquals(1, ann.active());
  }

  @Test
  void aJourneyTakesAPersonOnceUnlessItSaysOtherwise() {
    var ann =
        known(WIN_BACK, 5)
            .unit(NOON, List.of(), List.of(entered(NOON, 5), left(LATER, 5), entered(LATEST, 5)));
    assertEquals(1, ann.runs.size());
    assertEquals("not started again: the journey takes each person once", ann.reasons.getLast());
  }

  @Test
  void aJourneyThatAlwaysStartsMakesANewRunWithAnIdOfItsOwn() {
    var ann =
        known(Given.winBack(new Reentry.Always()), 5)
            .unit(NOON, List.of(), List.of(entered(NOON, 5), left(LATER, 5), entered(LATEST, 5)));
    assertEquals(2, ann.runs.stream().map(Run::id).distinct().count());
    assertEquals(1, ann.active());
  }

  @Test
  void aJourneyMayStartAgainAfterAPause() {
    var journey = Given.winBack(new Reentry.After(DAY.multipliedBy(30)));
    var soon = LATER.plus(DAY);
    var late = NOON.plus(DAY.multipliedBy(30));
    var ann =
        known(journey, 5)
            .unit(NOON, List.of(), List.of(entered(NOON, 5)))
            .unit(LATER, List.of(), List.of(left(LATER, 5)))
            .unit(soon, List.of(), List.of(entered(soon, 5)));
    assertEquals(1, ann.runs.size());
    assertEquals(2, ann.unit(late, List.of(), List.of(entered(late, 5))).runs.size());
  }

  @Test
  void thereIsOneActiveRunAtATime() {
    var ann =
        known(Given.winBack(new Reentry.Always()), 5)
            .unit(NOON, List.of(), List.of(entered(NOON, 5), entered(LATER, 5)));
    assertEquals(1, ann.runs.size());
  }

  @Test
  void oneMembershipStartsOneRunLiveAndAsExisting() {
    var journey = Given.existing(Given.winBack(new Reentry.Always()));
    var existing =
        new Transition(
            ANN, "lapsed", Movement.ENTERED, Cause.EXISTING, NOON, 5, Optional.of("win-back"));
    var due = NOON.plus(DAY.multipliedBy(3));
    var ann = known(journey, 5).unit(LATER, List.of(), List.of(existing));
    ann.runs.replaceAll(run -> RunStep.of(journey, run, new Input.TimerDue(), due.plus(DAY)).run());
    assertEquals(0, ann.active());
    assertEquals(1, ann.unit(due, List.of(), List.of(entered(NOON, 5))).runs.size());
    assertEquals(1, ann.unit(due, List.of(), List.of(existing)).runs.size());
  }

  @Test
  void aMemberWhoOrderedBeforeThePublicationIsTakenIn() {
    var existing =
        new Transition(
            ANN, "lapsed", Movement.ENTERED, Cause.EXISTING, NOON, 5, Optional.of("win-back"));
    var ann =
        known(Given.existing(WIN_BACK), 5)
            .unit(LATER, List.of(order(LATER, 6)), List.of())
            .unit(LATER, List.of(), List.of(existing));
    assertEquals(1, ann.active());
  }

  @Test
  void aMemberWhoLeftSinceThePageWasReadIsNot() {
    var existing =
        new Transition(
            ANN, "lapsed", Movement.ENTERED, Cause.EXISTING, NOON, 5, Optional.of("win-back"));
    var ann =
        known(Given.existing(WIN_BACK), 6)
            .unit(LATER, List.of(), List.of(left(LATER, 6)))
            .unit(LATER, List.of(), List.of(existing));
    assertEquals(0, ann.active());
    assertEquals("left segment lapsed", ann.reasons.getLast());
  }

  @Test
  void aBackfillStartsOnlyJourneysThatTakeExistingMembers() {
    var backfill =
        new Transition(ANN, "lapsed", Movement.ENTERED, Cause.BACKFILL, NOON, 5, Optional.empty());
    assertEquals(0, known(WIN_BACK, 5).unit(NOON, List.of(), List.of(backfill)).runs.size());
    assertEquals(
        1, known(Given.existing(WIN_BACK), 5).unit(NOON, List.of(), List.of(backfill)).runs.size());
  }

  @Test
  void aPausedJourneyStartsNothingButStillEndsRuns() {
    var ann = known(WIN_BACK, 5).unit(NOON, List.of(), List.of(entered(NOON, 5)));
    var paused = new Ann(catalogue(new PublishedJourney("win-back", 1, true, WIN_BACK)));
    paused.revision = 5;
    paused.runs = ann.runs;
    paused.unit(LATER, List.of(order(LATER, 6)), List.of(entered(LATER, 6)));
    assertEquals(1, paused.runs.size());
    assertEquals(0, paused.active());
  }

  @Test
  void nothingStartsForAProfileThatWasErased() {
    var erased = new Activity(ANN, 6, LATER, new Activity.Happening.Erased());
    var ann =
        known(WIN_BACK, 5)
            .unit(LATER, List.of(erased), List.of(entered(LATER, 6)))
            .unit(LATER, List.of(), List.of(entered(LATER, 6)));
    assertTrue(ann.closed);
    assertEquals(0, ann.runs.size());
  }

  @Test
  void aRunStandsWhereItsVersionSays() {
    var ann = known(WIN_BACK, 5).unit(NOON, List.of(), List.of(entered(NOON, 5)));
    assertEquals(
        new State.Waiting("pause", NOON.plus(DAY.multipliedBy(3))), ann.runs.getFirst().state());
  }
}
