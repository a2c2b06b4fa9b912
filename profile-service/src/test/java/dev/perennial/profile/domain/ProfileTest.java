package dev.perennial.profile.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.profile.domain.Activity.ConsentChanged;
import dev.perennial.profile.domain.Activity.EventRecorded;
import dev.perennial.profile.domain.Activity.IdentifiersChanged;
import dev.perennial.profile.domain.Activity.ProfilesMerged;
import dev.perennial.profile.domain.Activity.Step;
import dev.perennial.profile.domain.Activity.TraitsChanged;
import dev.perennial.profile.domain.CustomerEvent.Content;
import dev.perennial.profile.domain.CustomerEvent.Deed;
import dev.perennial.profile.domain.CustomerEvent.Happened;
import dev.perennial.profile.domain.CustomerEvent.Source;
import dev.perennial.profile.domain.CustomerEvent.Told;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProfileTest {

  private static final Identifier ANN = new Identifier("shop", Identifier.USER_ID, "ann");
  private static final Identifier VISITOR = new Identifier("shop", Identifier.ANONYMOUS_ID, "a");
  private static final Instant T1 = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant T2 = T1.plusSeconds(60);

  private final Profile newcomer = Profile.founded(ANN.candidate());

  @Test
  void everyActivityTakesTheNextRevision() {
    var identity = new IdentifiersChanged(List.of(ANN), List.of());
    var first = newcomer.record(event(T1, subscribed(true, T1)), identity);
    assertEquals(List.of(1L, 2L, 3L), first.steps().stream().map(Step::revision).toList());
    assertInstanceOf(IdentifiersChanged.class, first.steps().get(0).activity());
    assertInstanceOf(EventRecorded.class, first.steps().get(1).activity());
    assertInstanceOf(ConsentChanged.class, first.steps().get(2).activity());
    var second = record(first.profile(), T2, happened(null));
    assertEquals(4, second.steps().getFirst().revision());
  }

  @Test
  void traitsThatDidNotChangeAreNotTold() {
    var once = record(newcomer, T1, told("country", "\"FR\"", T1));
    var twice = record(once.profile(), T2, told("country", "\"FR\"", T2));
    assertEquals(List.of(), twice.steps());
    assertEquals(1, twice.profile().revision());
  }

  @Test
  void anOlderValueThatComesLateDoesNotWin() {
    var newer = record(newcomer, T2, told("country", "\"FR\"", T2)).profile();
    var late = record(newer, T1, told("country", "\"BE\"", T1));
    assertEquals(List.of(), late.steps());
    assertEquals(new Trait("\"FR\"", T2), late.profile().traits().byName().get("country"));
  }

  @Test
  void aTraitThatWasTakenAwayStaysAway() {
    var gone =
        record(record(newcomer, T1, told("vip", "true", T1)).profile(), T2, told("vip", null, T2));
    var changed = assertInstanceOf(TraitsChanged.class, gone.steps().getFirst().activity());
    assertTrue(changed.changed().containsKey("vip"));
    assertEquals(List.of(), record(gone.profile(), T1, told("vip", "true", T1)).steps());
  }

  @Test
  void theLaterWordOnConsentCountsWhenTheEarlierComesLate() {
    var later = record(newcomer, T2, subscribed(false, T2)).profile();
    var late = record(later, T1, subscribed(true, T1));
    assertEquals(1, late.steps().size());
    assertFalse(late.profile().consents().bySubject().values().iterator().next().subscribed());
  }

  @Test
  void outcomesOfMessagesAreNoSignOfLife() {
    var bounced =
        new CustomerEvent("shop", "m", List.of(ANN), T2, T2, Source.OUTCOME, 1, happened(null));
    var after = newcomer.record(bounced, IdentifiersChanged.NONE).profile();
    assertEquals(Seen.NEVER, after.seen());
  }

  @Test
  void ordersCountWhenTheirValueIsPositive() {
    var profile = record(newcomer, T1, happened(order(5_000_000))).profile();
    profile = record(profile, T1, happened(order(0))).profile();
    profile = record(profile, T1, happened(order(-1_000_000))).profile();
    assertEquals(new Spending(1, 4_000_000), profile.spending());
  }

  @Test
  void inAMergeTheNewerTraitAndTheStricterConsentWin() {
    var winner =
        record(
                record(newcomer, T2, subscribed(true, T2)).profile(),
                T1,
                told("country", "\"FR\"", T1))
            .profile();
    var loser =
        record(
                record(Profile.founded(VISITOR.candidate()), T1, subscribed(false, T1)).profile(),
                T2,
                told("country", "\"BE\"", T2))
            .profile();
    var merged = winner.absorb(loser, List.of(VISITOR), T2);
    assertInstanceOf(ProfilesMerged.class, merged.steps().getFirst().activity());
    assertEquals(Map.of("country", new Trait("\"BE\"", T2)), merged.profile().traits().byName());
    assertEquals(
        List.of(false),
        merged.profile().consents().bySubject().values().stream()
            .map(Consent::subscribed)
            .toList());
    assertEquals(winner.revision() + merged.steps().size(), merged.profile().revision());
  }

  private static Profile.Change record(Profile profile, Instant at, Content content) {
    return profile.record(event(at, content), IdentifiersChanged.NONE);
  }

  private static CustomerEvent event(Instant at, Content content) {
    return new CustomerEvent("shop", "m", List.of(ANN), at, at, Source.API, 0, content);
  }

  private static Told told(String name, @Nullable String json, Instant at) {
    return new Told(new Traits(Map.of(name, new Trait(json, at))));
  }

  private static Happened happened(@Nullable Commerce commerce) {
    return new Happened(Deed.TRACK, "Order Completed", "{}", commerce, null);
  }

  private static Happened subscribed(boolean subscribed, Instant at) {
    var subject = new Consent.Subject("email", Consent.ANY);
    var consent = new Consent(subject, subscribed, at, "event");
    return new Happened(Deed.TRACK, "Subscribed", "{}", null, consent);
  }

  private static Commerce order(long micros) {
    return new Commerce(Commerce.Kind.ORDER, "", "", "", micros, "", List.of());
  }
}
