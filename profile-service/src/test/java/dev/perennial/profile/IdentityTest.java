package dev.perennial.profile;

import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.toSet;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.contracts.profile.v1.GetProfilesRequest;
import dev.perennial.contracts.profile.v1.Identifier;
import dev.perennial.contracts.profile.v1.ListEventsRequest;
import dev.perennial.contracts.profile.v1.Profile;
import dev.perennial.contracts.profile.v1.ProfileActivity;
import dev.perennial.contracts.profile.v1.RecordedEvent;
import dev.perennial.localstack.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "database", value = "profile"))
class IdentityTest extends ServiceFixture {

  @Test
  void twoProfilesOfOnePersonBecomeOneWithTheHistoryOfBoth() {
    int views = 450;
    for (int i = 0; i < views; i++) {
      shop.send(
          shop.track("Page Read", "{\"n\":" + i + "}")
              .setOccurredAt(Shop.timestamp(Shop.NOON.plusSeconds(i)))
              .setAnonymousId("a"));
    }
    await()
        .atMost(60, SECONDS)
        .until(() -> log.of(shop.workspace).stream().filter(named("Page Read")).count() == views);
    var visitor = byIdentifier("anonymous_id", "a");
    shop.send(shop.identify("ann", "{\"country\":\"FR\"}"));
    shop.send(shop.track("Order Completed", "{\"revenue\":10}").setUserId("ann"));
    log.once(shop.workspace, named("Order Completed"));
    var member = byIdentifier("user_id", "ann");
    shop.send(shop.identify("ann", "{}").setAnonymousId("a"));
    shop.send(shop.track("After", "{}").setUserId("ann"));

    var retired = log.once(shop.workspace, ProfileActivity::hasProfileRetired);
    assertEquals(
        visitor.getProfileId(),
        only(retired, ProfileActivity::hasProfileRetired)
            .getProfileRetired()
            .getCanonicalProfileId());
    await()
        .atMost(60, SECONDS)
        .until(() ->
            log.of(shop.workspace).stream()
                .anyMatch(each -> each.getReplay() && named("Order Completed").test(each)));
    log.once(shop.workspace, named("After"));
    assertDense(log.of(shop.workspace));

    var one = byId(member.getProfileId());
    assertEquals(visitor.getProfileId(), one.getProfileId());
    assertEquals("{\"country\":\"FR\"}", one.getTraits());
    var both =
        profiles
            .getProfiles(
                GetProfilesRequest.newBuilder()
                    .setWorkspace(shop.workspace)
                    .addProfileIds(member.getProfileId())
                    .addProfileIds(visitor.getProfileId())
                    .build())
            .getProfilesList();
    assertEquals(
        Set.of(member.getProfileId(), ""),
        both.stream().map(Profile::getAbsorbedProfileId).collect(toSet()));
    assertEquals(
        Set.of(visitor.getProfileId()), both.stream().map(Profile::getProfileId).collect(toSet()));
    assertEquals(2, one.getIdentifiersCount());
    assertEquals(1, one.getOrders());
    assertEquals(views + 2, events(one.getProfileId()).size());
    var summary = summary();
    assertEquals(1, summary.getProfiles());
    assertEquals(1, summary.getKnownBuyers());
  }

  @Test
  void aLongHistoryIsReplayedInPieces() {
    shop.send(shop.track("First", "{}").setAnonymousId("old"));
    log.once(shop.workspace, named("First"));
    int views = 450;
    for (int i = 0; i < views; i++) {
      shop.send(shop.track("Page Read", "{}").setUserId("ann"));
    }
    await()
        .atMost(60, SECONDS)
        .until(() -> log.of(shop.workspace).stream().filter(named("Page Read")).count() == views);
    shop.send(shop.identify("ann", "{}").setAnonymousId("old"));
    await()
        .atMost(60, SECONDS)
        .until(() ->
            log.of(shop.workspace).stream().filter(ProfileActivity::getReplay).count() == views);
    assertDense(log.of(shop.workspace));
    var one = byIdentifier("user_id", "ann");
    assertEquals(one.getProfileId(), byIdentifier("anonymous_id", "old").getProfileId());
    assertEquals(views + 1, events(one.getProfileId()).size());
  }

  @Test
  void manyPeopleUnderTwoKeysEachBecomeOneWithoutDeadlock() {
    int people = 200;
    for (int round = 0; round < 5; round++) {
      for (int i = 0; i < people; i++) {
        shop.send(shop.track("Seen", "{}").setAnonymousId("a" + i));
        shop.send(shop.identify("u" + i, "{\"n\":" + round + "}").setAnonymousId("a" + i));
        shop.send(shop.track("Bought", "{}").setUserId("u" + i).setAnonymousId("a" + i));
      }
    }
    await().atMost(60, SECONDS).until(() -> summary().getEvents() == people * 10L);
    var summary = summary();
    assertEquals(people, summary.getProfiles());
    assertEquals(people, summary.getKnownProfiles());
    await()
        .atMost(60, SECONDS)
        .untilAsserted(() ->
            assertEquals(
                people,
                log.of(shop.workspace).stream()
                    .filter(named("Seen"))
                    .filter(each -> canonical(each.getProfileId()))
                    .map(ProfileActivity::getProfileId)
                    .distinct()
                    .count()));
    assertDense(log.of(shop.workspace));
  }

  @Test
  void aDeviceOfTwoUsersIsDroppedFromTheSecondAndThatIsTold() {
    shop.send(shop.identify("ann", "{}").setAnonymousId("tablet"));
    shop.send(shop.track("Ann", "{}").setUserId("ann"));
    log.once(shop.workspace, named("Ann"));
    shop.send(shop.identify("bob", "{}").setAnonymousId("tablet"));
    shop.send(shop.identify("bob", "{}").setAnonymousId("tablet"));
    shop.send(shop.track("Bob", "{}").setUserId("bob"));
    var activity = log.once(shop.workspace, named("Bob"));
    var dropped =
        activity.stream()
            .flatMap(each -> each.getIdentifiersChanged().getDroppedList().stream())
            .map(Identifier::getValue)
            .toList();
    assertEquals(List.of("tablet"), dropped);
    assertEquals(1, byIdentifier("user_id", "bob").getIdentifiersCount());
  }

  private boolean canonical(String profileId) {
    return byId(profileId).getProfileId().equals(profileId);
  }

  /** All of a profile, read in small pages. */
  private Set<Long> events(String profileId) {
    var events = new ArrayList<RecordedEvent>();
    var cursor = "";
    do {
      var page =
          profiles.listEvents(
              ListEventsRequest.newBuilder()
                  .setWorkspace(shop.workspace)
                  .setProfileId(profileId)
                  .setLimit(100)
                  .setCursor(cursor)
                  .build());
      events.addAll(page.getEventsList());
      cursor = page.getNextCursor();
    } while (!cursor.isEmpty());
    return events.stream().map(RecordedEvent::getRevision).collect(Collectors.toSet());
  }

  private static ProfileActivity only(
      List<ProfileActivity> activity, Predicate<ProfileActivity> which) {
    var found = activity.stream().filter(which).toList();
    assertEquals(1, found.size());
    return found.getFirst();
  }
}
