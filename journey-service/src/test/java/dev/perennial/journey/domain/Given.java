package dev.perennial.journey.domain;

import dev.perennial.journey.domain.Transition.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the tests of the domain start from. */
final class Given {

  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  static final Duration DAY = Duration.ofDays(1);
  static final ProfileId ANN =
      new ProfileId("shop", UUID.fromString("00000000-0000-7000-8000-000000000001"));

  static final Node.Message MAIL =
      new Node.Message("email", "win-back", "offers", Optional.of(Duration.ofHours(12)), "pause");
  static final Node.Message LAST =
      new Node.Message("email", "last-call", "", Optional.empty(), "end");

  /** mail, three days of pause, last, end; ends on an order or on leaving the segment. */
  static final Journey WIN_BACK = winBack(new Reentry.Once());

  private Given() {}

  static Journey winBack(Reentry reentry) {
    return new Journey(
        new Start.OnSegment("lapsed", Movement.ENTERED, false, reentry),
        List.of(
            new ExitRule.OnEvent("Order Completed"),
            new ExitRule.OnSegment("lapsed", Movement.LEFT)),
        "mail",
        Map.of(
            "mail",
            MAIL,
            "pause",
            new Node.Delay(DAY.multipliedBy(3), "last"),
            "last",
            LAST,
            "end",
            new Node.Exit()));
  }

  static Journey existing(Journey journey) {
    var start = (Start.OnSegment) journey.start();
    return new Journey(
        new Start.OnSegment(start.segment(), start.movement(), true, start.reentry()),
        journey.exits(),
        journey.entry(),
        journey.nodes());
  }

  static PublishedJourney published(Journey journey) {
    return new PublishedJourney("win-back", 1, false, journey);
  }

  static Catalogue catalogue(Journey journey) {
    return catalogue(published(journey));
  }

  static Catalogue catalogue(PublishedJourney journey) {
    return new Catalogue(
        List.of(journey),
        Map.of(new Catalogue.Version(journey.key(), journey.version()), journey.definition()));
  }

  static Run begun() {
    return Run.begin(ANN, published(WIN_BACK), 1, NOON, 7, NOON);
  }

  static Run waiting() {
    return RunStep.of(WIN_BACK, begun(), new Input.Entered(), NOON).run();
  }

  static Transition entered(Instant at, long revision) {
    return new Transition(
        ANN, "lapsed", Movement.ENTERED, Cause.HAPPENED, at, revision, Optional.empty());
  }

  static Transition left(Instant at, long revision) {
    return new Transition(
        ANN, "lapsed", Movement.LEFT, Cause.HAPPENED, at, revision, Optional.empty());
  }

  static Activity order(Instant at, long revision) {
    return new Activity(ANN, revision, at, new Activity.Happening.Event("Order Completed"));
  }

  static Activity other(Instant at, long revision) {
    return new Activity(ANN, revision, at, new Activity.Happening.Other());
  }
}
