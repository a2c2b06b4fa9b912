package dev.perennial.profile.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.profile.domain.IdentityChanges.Merge;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdentitiesTest {

  private static final Instant NOW = Instant.parse("2026-11-21T22:00:00Z");

  private final Identities nobodyKnown = new Identities(IdentityRules.DEFAULT, List.of(), NOW);

  @Test
  void aNewcomerFoundsTheProfileDerivedFromTheMostTellingIdentifier() {
    var resolution = nobodyKnown.resolve(List.of(anonymous("a"), user("ann"))).orElseThrow();
    assertEquals(user("ann").candidate(), resolution.person().key());
    assertEquals(Set.of(user("ann"), anonymous("a")), nobodyKnown.changes().links().keySet());
  }

  @Test
  void whatAnAnonymousVisitorDidBelongsToWhoTheyTurnOutToBe() {
    var before = nobodyKnown.resolve(List.of(anonymous("a"))).orElseThrow().person();
    var after = nobodyKnown.resolve(List.of(user("ann"), anonymous("a"))).orElseThrow().person();
    assertEquals(before, after);
  }

  @Test
  void twoKnownProfilesOfOnePersonBecomeTheOlder() {
    var visitor = person(anonymous("a").candidate(), NOW.minusSeconds(60), anonymous("a"));
    var member = person(user("ann").candidate(), NOW.minusSeconds(30), user("ann"));
    var identities = new Identities(IdentityRules.DEFAULT, List.of(member, visitor), NOW);
    var resolution = identities.resolve(List.of(user("ann"), anonymous("a"))).orElseThrow();
    assertEquals(visitor.key(), resolution.person().key());
    assertEquals(List.of(new Merge(member.key(), visitor.key())), identities.changes().merges());
    assertEquals(Set.of(visitor.key()), identities.changes().known());
  }

  @Test
  void aMergeOfMergedProfilesPointsToTheLast() {
    var first = person(anonymous("a").candidate(), NOW.minusSeconds(60), anonymous("a"));
    var second = person(anonymous("b").candidate(), NOW.minusSeconds(30), anonymous("b"));
    var third = person(anonymous("c").candidate(), NOW.minusSeconds(10), anonymous("c"));
    var identities = new Identities(IdentityRules.DEFAULT, List.of(first, second, third), NOW);
    identities.resolve(List.of(anonymous("c"), anonymous("b")));
    identities.resolve(List.of(anonymous("b"), anonymous("a")));
    assertEquals(
        List.of(new Merge(third.key(), first.key()), new Merge(second.key(), first.key())),
        identities.changes().merges());
  }

  @Test
  void profilesFoundedInTheSameUnitMergeWithoutATrace() {
    nobodyKnown.resolve(List.of(anonymous("a")));
    nobodyKnown.resolve(List.of(user("ann")));
    nobodyKnown.resolve(List.of(user("ann"), anonymous("a")));
    var changes = nobodyKnown.changes();
    assertEquals(1, changes.founded().size());
    assertTrue(changes.merges().isEmpty());
    assertEquals(1, Set.copyOf(changes.links().values()).size());
  }

  @Test
  void twoUsersOfOneDeviceStayTwoAndTheDeviceIsDropped() {
    nobodyKnown.resolve(List.of(user("ann"), anonymous("tablet")));
    var bob = nobodyKnown.resolve(List.of(user("bob"), anonymous("tablet"))).orElseThrow();
    assertEquals(List.of(anonymous("tablet")), bob.dropped());
    assertEquals(user("bob").candidate(), bob.person().key());
  }

  @Test
  void anAddressIsDroppedAfterTheRest() {
    nobodyKnown.resolve(List.of(user("ann"), email("ann@example.com")));
    var claim = List.of(anonymous("new"), email("ann@example.com"), user("bob"));
    var bob = nobodyKnown.resolve(claim).orElseThrow();
    assertEquals(List.of(anonymous("new"), email("ann@example.com")), bob.dropped());
    assertNotEquals(user("ann").candidate(), bob.person().key());
  }

  @Test
  void aSixthDeviceIsDropped() {
    for (int i = 1; i <= 5; i++) {
      var claim = List.of(user("ann"), anonymous("device-" + i));
      assertEquals(List.of(), nobodyKnown.resolve(claim).orElseThrow().dropped());
    }
    var sixth = nobodyKnown.resolve(List.of(user("ann"), anonymous("device-6"))).orElseThrow();
    assertEquals(List.of(anonymous("device-6")), sixth.dropped());
  }

  @Test
  void valuesThatMeanNobodyAreBlocked() {
    var claim = List.of(user("null"), user("-1"), user("000-000"), anonymous("a"));
    var resolution = nobodyKnown.resolve(claim).orElseThrow();
    assertEquals(List.of(user("null"), user("-1"), user("000-000")), resolution.dropped());
    assertTrue(nobodyKnown.resolve(List.of(user("anonymous"))).isEmpty());
  }

  @Test
  void theSameIdentifierInTwoWorkspacesIsTwoPeople() {
    var here = nobodyKnown.resolve(List.of(user("ann"))).orElseThrow();
    var there =
        nobodyKnown
            .resolve(List.of(new Identifier("other", Identifier.USER_ID, "ann")))
            .orElseThrow();
    assertNotEquals(here.person().key().id(), there.person().key().id());
  }

  private static Person person(ProfileKey key, Instant createdAt, Identifier... identifiers) {
    return Person.known(key, createdAt, List.of(identifiers));
  }

  private static Identifier user(String value) {
    return new Identifier("shop", Identifier.USER_ID, value);
  }

  private static Identifier email(String value) {
    return new Identifier("shop", Identifier.EMAIL, value);
  }

  private static Identifier anonymous(String value) {
    return new Identifier("shop", Identifier.ANONYMOUS_ID, value);
  }
}
