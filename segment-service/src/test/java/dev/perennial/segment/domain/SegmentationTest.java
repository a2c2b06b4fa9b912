package dev.perennial.segment.domain;

import static dev.perennial.segment.domain.Stories.ANN;
import static dev.perennial.segment.domain.Stories.DAY_ONE;
import static dev.perennial.segment.domain.Stories.activity;
import static dev.perennial.segment.domain.Stories.atLeast;
import static dev.perennial.segment.domain.Stories.atMost;
import static dev.perennial.segment.domain.Stories.hour;
import static dev.perennial.segment.domain.Stories.order;
import static dev.perennial.segment.domain.Stories.orders;
import static dev.perennial.segment.domain.Stories.ordersEver;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.segment.domain.Transition.Cause;
import dev.perennial.segment.domain.Transition.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SegmentationTest {

  private static final Duration DAY = Duration.ofHours(24);
  private static final Condition RECENT = orders(atLeast(1), DAY);
  private static final Condition LAPSED =
      new Condition.All(List.of(ordersEver(atLeast(1)), orders(atMost(0), DAY)));

  @Test
  void whatAProfileDoesLetsItEnterUntilTheWindowEnds() {
    var entered =
        segments(RECENT).follow(ANN, Optional.empty(), activity(1, DAY_ONE, order(9)), hour(1));

    var transition = entered.transitions().getFirst();
    assertEquals(Kind.ENTERED, transition.kind());
    assertEquals(Cause.ACTIVITY, transition.cause());
    assertEquals(DAY_ONE, transition.effectiveAt());
    assertEquals(hour(1), transition.recordedAt());
    assertEquals(hour(24), transition.validUntil());
    assertEquals(hour(24), entered.profile().next());
  }

  @Test
  void itLeavesAtTheSecondThatTheWindowEndsHoweverLateTheTimerIs() {
    var segments = segments(RECENT);
    var entered = segments.follow(ANN, Optional.empty(), activity(1, DAY_ONE, order(9)), DAY_ONE);

    var left = segments.passTime(entered.profile(), hour(30), hour(30));

    assertEquals(List.of(Kind.LEFT), kinds(left));
    assertEquals(Cause.TIMER, left.transitions().getFirst().cause());
    assertEquals(hour(24), left.transitions().getFirst().effectiveAt());
    assertTrue(left.profile().memberships().isEmpty());
  }

  @Test
  void anAbsenceIsEnteredByTime() {
    var segments = segments(LAPSED);
    var ordered = segments.follow(ANN, Optional.empty(), activity(1, DAY_ONE, order(9)), DAY_ONE);

    assertEquals(List.of(), ordered.transitions());
    var entered = segments.passTime(ordered.profile(), hour(24), hour(24));
    assertEquals(List.of(Kind.ENTERED), kinds(entered));
    assertEquals(hour(24), entered.transitions().getFirst().effectiveAt());
  }

  @Test
  void aWindowThatEndedBeforeTheNextEventEndsFirst() {
    var segments = segments(RECENT);
    var entered = segments.follow(ANN, Optional.empty(), activity(1, DAY_ONE, order(9)), DAY_ONE);

    var again =
        segments.follow(
            ANN, Optional.of(entered.profile()), activity(2, hour(30), order(9)), hour(31));

    assertEquals(List.of(Kind.LEFT, Kind.ENTERED), kinds(again));
    assertEquals(
        List.of(hour(24), hour(30)),
        again.transitions().stream().map(Transition::effectiveAt).toList());
  }

  @Test
  void anEventThatCameInTimeButWasReadLateKeepsTheMembership() {
    var segments = segments(RECENT);
    var entered = segments.follow(ANN, Optional.empty(), activity(1, DAY_ONE, order(9)), DAY_ONE);

    var kept =
        segments.follow(
            ANN, Optional.of(entered.profile()), activity(2, hour(23), order(9)), hour(31));

    assertEquals(List.of(), kept.transitions());
    assertEquals(hour(47), kept.profile().next());
  }

  @Test
  void aLateEventCorrectsWithItsEffectiveAndItsRecordedInstant() {
    var segments = segments(LAPSED);
    var ordered = segments.follow(ANN, Optional.empty(), activity(1, DAY_ONE, order(9)), DAY_ONE);
    var lapsed = segments.passTime(ordered.profile(), hour(24), hour(24));

    var corrected =
        segments.follow(
            ANN, Optional.of(lapsed.profile()), activity(2, hour(20), order(9)), hour(26));

    assertEquals(List.of(Kind.LEFT), kinds(corrected));
    assertEquals(hour(24), corrected.transitions().getFirst().effectiveAt());
    assertEquals(hour(26), corrected.transitions().getFirst().recordedAt());
  }

  @Test
  void aRevisionThatWasFollowedChangesNothing() {
    var segments = segments(ordersEver(atLeast(2)));
    var once = segments.follow(ANN, Optional.empty(), activity(1, DAY_ONE, order(9)), DAY_ONE);

    var twice =
        segments.follow(ANN, Optional.of(once.profile()), activity(1, DAY_ONE, order(9)), DAY_ONE);

    assertEquals(once.profile(), twice.profile());
  }

  @Test
  void aRemovedProfileLeavesItsSegmentsAndNothingIsKept() {
    var segments = segments(ordersEver(atLeast(1)));
    var entered = segments.follow(ANN, Optional.empty(), activity(1, DAY_ONE, order(9)), DAY_ONE);

    var gone =
        segments.follow(
            ANN,
            Optional.of(entered.profile()),
            activity(2, hour(1), new Change.Removed()),
            hour(1));

    assertEquals(List.of(Kind.LEFT), kinds(gone));
    assertEquals(Cause.REMOVAL, gone.transitions().getFirst().cause());
    assertTrue(gone.profile().removed());
    assertEquals(Map.of(), gone.profile().known().facts());
    assertEquals(Answer.FOR_EVER, gone.profile().next());
  }

  @Test
  void aProfileWhosePastIsUnknownWaitsForItsHistory() {
    var segments = segments(ordersEver(atLeast(1)));

    var waiting = segments.follow(ANN, Optional.empty(), activity(7, DAY_ONE, order(9)), DAY_ONE);
    var past = new History.Past(DAY_ONE, order(9));
    var filled =
        segments.fill(
            ANN, Optional.of(waiting.profile()), new History(7, Map.of(), List.of(past)), hour(2));

    assertEquals(List.of(), waiting.transitions());
    assertEquals(List.of(Kind.ENTERED), kinds(filled));
    assertEquals(Cause.BACKFILL, filled.transitions().getFirst().cause());
    assertEquals(DAY_ONE, filled.transitions().getFirst().effectiveAt());
  }

  @Test
  void whatIsReplayedEntersAsBackfill() {
    var replayed = new Activity(1, DAY_ONE, true, order(9));

    var entered = segments(ordersEver(atLeast(1))).follow(ANN, Optional.empty(), replayed, hour(1));

    assertEquals(Cause.BACKFILL, entered.transitions().getFirst().cause());
  }

  private static List<Kind> kinds(Outcome outcome) {
    return outcome.transitions().stream().map(Transition::kind).toList();
  }

  private static Segmentation segments(Condition condition) {
    return new Segmentation(new SegmentSet(1, List.of(Segment.of("it", 1, 1, condition))));
  }
}
