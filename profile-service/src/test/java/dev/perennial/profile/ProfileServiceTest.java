package dev.perennial.profile;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import dev.perennial.contracts.Topics;
import dev.perennial.contracts.profile.v1.ConsentStatus;
import dev.perennial.contracts.profile.v1.GetCommerceSummaryRequest;
import dev.perennial.contracts.profile.v1.GetProfileRequest;
import dev.perennial.contracts.profile.v1.GetProfilesRequest;
import dev.perennial.contracts.profile.v1.Identifier;
import dev.perennial.contracts.profile.v1.ListEventsRequest;
import dev.perennial.contracts.profile.v1.Profile;
import dev.perennial.contracts.profile.v1.ProfileActivity;
import dev.perennial.contracts.profile.v1.ProfileActivity.ActivityCase;
import dev.perennial.contracts.profile.v1.ProfileHistory;
import dev.perennial.contracts.profile.v1.ProfilesGrpc;
import dev.perennial.contracts.profile.v1.ProfilesGrpc.ProfilesBlockingStub;
import dev.perennial.contracts.profile.v1.RecordedEvent;
import dev.perennial.contracts.profile.v1.StreamHistoriesRequest;
import dev.perennial.localstack.StackResource;
import dev.perennial.localstack.TestStack;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "database", value = "profile"))
class ProfileServiceTest {

  private final TestStack stack = TestStack.shared();
  private Shop shop;
  private ActivityLog log;
  private ManagedChannel channel;
  private ProfilesBlockingStub profiles;

  @BeforeEach
  void open() {
    shop = new Shop(stack.kafka().address());
    log = new ActivityLog(stack.kafka().address());
    channel =
        ManagedChannelBuilder.forAddress("localhost", RestAssured.port).usePlaintext().build();
    profiles = ProfilesGrpc.newBlockingStub(channel);
  }

  @AfterEach
  void close() throws InterruptedException {
    channel.shutdownNow();
    log.stop();
    shop.close();
  }

  @Test
  void aVisitorBecomesAKnownCustomerInOneStreamWithoutHoles() {
    shop.send(shop.track("Product Viewed", "{\"product_id\":\"84029\"}").setAnonymousId("a"));
    log.once(shop.workspace, named("Product Viewed"));
    shop.send(
        shop.identify("ann", "{\"email\":\"Ann@Example.com\",\"country\":\"FR\"}")
            .setAnonymousId("a"));
    shop.send(
        shop.track(
                "Order Completed",
                """
                {"order_id":"1","products":[{"product_id":"84029","price":2.55,"quantity":6}]}
                """)
            .setUserId("ann"));
    var activity = log.once(shop.workspace, named("Order Completed"));
    assertEquals(
        List.of(
            ActivityCase.IDENTIFIERS_CHANGED,
            ActivityCase.EVENT_RECORDED,
            ActivityCase.IDENTIFIERS_CHANGED,
            ActivityCase.TRAITS_CHANGED,
            ActivityCase.EVENT_RECORDED),
        activity.stream().map(ProfileActivity::getActivityCase).toList());
    assertDense(activity);
    assertEquals(15_300_000, activity.getLast().getEventRecorded().getCommerce().getValueMicros());

    var ann = byIdentifier("email", "ann@example.com");
    assertEquals(activity.getLast().getProfileId(), ann.getProfileId());
    assertEquals("{\"country\":\"FR\",\"email\":\"Ann@Example.com\"}", ann.getTraits());
    assertEquals(
        List.of("anonymous_id", "email", "user_id"),
        ann.getIdentifiersList().stream().map(Identifier::getType).toList());
    assertEquals(1, ann.getOrders());
    assertEquals(15_300_000, ann.getNetValueMicros());
    assertEquals(5, ann.getRevision());
  }

  @Test
  void aRetriedMessageCountsOnceWhateverItsTime() {
    var order = shop.track("Order Completed", "{\"revenue\":10}").setUserId("ann");
    shop.send(order);
    shop.send(order);
    log.once(shop.workspace, named("Order Completed"));
    shop.send(order.clone().setOccurredAt(Shop.timestamp(Shop.NOON.plusSeconds(60))));
    shop.send(Topics.EVENTS_IMPORTED, order.clone());
    shop.send(Topics.EVENTS_IMPORTED, shop.track("Imported", "{}").setUserId("ann"));
    log.once(shop.workspace, named("Imported"));
    shop.send(shop.track("Last", "{}").setUserId("ann"));
    var activity = log.once(shop.workspace, named("Last"));
    assertEquals(1, activity.stream().filter(named("Order Completed")).count());
    assertEquals(10_000_000, byIdentifier("user_id", "ann").getNetValueMicros());
  }

  @Test
  void aRecordThatIsNoEventDoesNotHarmItsNeighbours() {
    shop.send(shop.track("Before", "{}").setUserId("ann"));
    shop.sendNonsense("ann");
    shop.send(shop.track("Nobody", "{}").setUserId("null"));
    shop.send(shop.track("After", "{}").setUserId("ann"));
    var activity = log.once(shop.workspace, named("After"));
    assertEquals(
        List.of("Before", "After"),
        activity.stream()
            .filter(ProfileActivity::hasEventRecorded)
            .map(each -> each.getEventRecorded().getName())
            .toList());
    assertDense(activity);
  }

  @Test
  void readsDoNotNeedRedis() {
    shop.send(shop.track("Before", "{}").setUserId("ann"));
    log.once(shop.workspace, named("Before"));
    assertEquals(2, byIdentifier("user_id", "ann").getRevision());
    stack.redis().kill();
    try {
      assertEquals(2, byIdentifier("user_id", "ann").getRevision());
      shop.send(shop.track("While away", "{}").setUserId("ann"));
      log.once(shop.workspace, named("While away"));
      assertEquals(3, byIdentifier("user_id", "ann").getRevision());
      RestAssured.get("/q/health/ready").then().statusCode(200);
    } finally {
      stack.redis().start();
    }
    assertEquals(3, byIdentifier("user_id", "ann").getRevision());
  }

  @Test
  void aReadAfterAnEventShowsIt() {
    for (int i = 1; i <= 3; i++) {
      var name = "Event " + i;
      shop.send(shop.track(name, "{}").setUserId("ann"));
      log.once(shop.workspace, named(name));
      assertEquals(i + 1, byIdentifier("user_id", "ann").getRevision());
      assertEquals(i + 1, byIdentifier("user_id", "ann").getRevision());
    }
  }

  @Test
  void consentIsKeptAndTold() {
    shop.send(shop.track("Subscribed", "{\"topic\":\"offers\"}").setUserId("ann"));
    shop.send(
        shop.track("Unsubscribed", "{\"topic\":\"offers\",\"source\":\"one_click\"}")
            .setOccurredAt(Shop.timestamp(Shop.NOON.plusSeconds(1)))
            .setUserId("ann"));
    var activity =
        log.once(
            shop.workspace,
            each -> each.getConsentChanged().getStatus() == ConsentStatus.UNSUBSCRIBED);
    assertEquals(2, activity.stream().filter(ProfileActivity::hasConsentChanged).count());
    var consent = byIdentifier("user_id", "ann").getConsents(0);
    assertEquals("email", consent.getChannel());
    assertEquals("offers", consent.getTopic());
    assertEquals(ConsentStatus.UNSUBSCRIBED, consent.getStatus());
    assertEquals("one_click", consent.getSource());
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
  void theSummaryIsExact() {
    shop.send(order("ann", 1, "2.55"));
    shop.send(order("ann", 2, "10.00"));
    shop.send(order("bob", 1, "0.01"));
    shop.send(order("zero", 1, "0"));
    shop.send(
        shop.track("Order Refunded", "{\"products\":[{\"price\":\"2.55\",\"quantity\":-1}]}")
            .setUserId("ann"));
    shop.send(
        shop.track("Balance Adjusted", "{\"value\":-11062.06,\"products\":[{\"price\":1}]}")
            .setAnonymousId("guest"));
    shop.send(
        shop.track("Order Completed", "{\"products\":[{\"price\":5},{\"price\":6}]}")
            .setAnonymousId("visitor"));
    shop.send(shop.track("Page Read", "{}").setAnonymousId("visitor"));
    await().atMost(30, SECONDS).until(() -> summary().getEvents() == 8);
    var summary = summary();
    assertEquals(5, summary.getProfiles());
    assertEquals(3, summary.getKnownProfiles());
    assertEquals(2, summary.getAnonymousProfiles());
    assertEquals(5, summary.getOrdersCompleted());
    assertEquals(1, summary.getOrdersRefunded());
    assertEquals(1, summary.getBalancesAdjusted());
    assertEquals(8, summary.getLineItems());
    assertEquals(2, summary.getAnonymousCommerceEvents());
    assertEquals(-11_031_050_000L, summary.getNetValueMicros());
    assertEquals(4, summary.getPositiveOrders());
    assertEquals(3, summary.getKnownPositiveOrders());
    assertEquals(22_560_000, summary.getKnownPositiveValueMicros());
    assertEquals(2, summary.getKnownBuyers());
    assertEquals(1, summary.getKnownRepeatBuyers());
    assertEquals(20_010_000, summary.getKnownNetValueMicros());
  }

  @Test
  void historiesOfAShardComeInOrderAndOnlyWithTheEventsAskedFor() {
    int people = 40;
    for (int i = 0; i < people; i++) {
      shop.send(shop.identify("u" + i, "{\"n\":" + i + "}"));
      shop.send(order("u" + i, 1, "1"));
      shop.send(shop.track("Page Read", "{}").setUserId("u" + i));
    }
    await().atMost(30, SECONDS).until(() -> summary().getEvents() == people * 2L);
    var all =
        IntStream.range(0, 16)
            .mapToObj(shard -> histories(shard, "Order Completed"))
            .flatMap(List::stream)
            .toList();
    assertEquals(people, all.size());
    for (var history : all) {
      assertEquals(4, history.getRevision());
      assertTrue(history.getTraits().startsWith("{\"n\":"));
      assertEquals(
          List.of("Order Completed"),
          history.getEventsList().stream().map(each -> each.getEvent().getName()).toList());
    }
    for (int shard = 0; shard < 16; shard++) {
      var ids = histories(shard).stream().map(ProfileHistory::getProfileId).toList();
      assertEquals(ids.stream().sorted().toList(), ids);
    }
  }

  @Test
  void aRequestThatMakesNoSenseNamesTheField() throws InvalidProtocolBufferException {
    var request =
        GetProfileRequest.newBuilder().setWorkspace(shop.workspace).setProfileId("ann").build();
    var refused = assertThrows(StatusRuntimeException.class, () -> profiles.getProfile(request));
    assertEquals(Status.Code.INVALID_ARGUMENT, refused.getStatus().getCode());
    var details = StatusProto.fromThrowable(refused).getDetails(0).unpack(BadRequest.class);
    assertEquals("/profile_id", details.getFieldViolations(0).getField());
  }

  @Test
  void aProfileThatNobodyHasIsNotFound() {
    var refused =
        assertThrows(StatusRuntimeException.class, () -> byIdentifier("user_id", "nobody"));
    assertEquals(Status.Code.NOT_FOUND, refused.getStatus().getCode());
  }

  @Test
  void severalProfilesAreReadAtOnceAndUnknownOnesLeftOut() {
    shop.send(shop.track("Seen", "{}").setUserId("ann"));
    log.once(shop.workspace, named("Seen"));
    var ann = byIdentifier("user_id", "ann");
    var found =
        profiles.getProfiles(
            GetProfilesRequest.newBuilder()
                .setWorkspace(shop.workspace)
                .addProfileIds(ann.getProfileId())
                .addProfileIds("00000000-0000-4000-8000-000000000000")
                .build());
    assertEquals(List.of(ann), found.getProfilesList());
  }

  private dev.perennial.contracts.events.v1.AcceptedEvent.Builder order(
      String user, int quantity, String price) {
    var products =
        "{\"products\":[{\"product_id\":\"p\",\"price\":%s,\"quantity\":%d}]}"
            .formatted(price, quantity);
    return shop.track("Order Completed", products).setUserId(user);
  }

  private boolean canonical(String profileId) {
    return byId(profileId).getProfileId().equals(profileId);
  }

  private Profile byIdentifier(String type, String value) {
    return profiles.getProfile(
        GetProfileRequest.newBuilder()
            .setWorkspace(shop.workspace)
            .setIdentifier(Identifier.newBuilder().setType(type).setValue(value))
            .build());
  }

  private Profile byId(String id) {
    return profiles.getProfile(
        GetProfileRequest.newBuilder().setWorkspace(shop.workspace).setProfileId(id).build());
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

  private List<ProfileHistory> histories(int shard, String... eventNames) {
    var stream =
        profiles.streamHistories(
            StreamHistoriesRequest.newBuilder()
                .setWorkspace(shop.workspace)
                .setShard(shard)
                .addAllEventNames(List.of(eventNames))
                .build());
    var histories = new ArrayList<ProfileHistory>();
    stream.forEachRemaining(histories::add);
    return histories;
  }

  private dev.perennial.contracts.profile.v1.CommerceSummary summary() {
    return profiles.getCommerceSummary(
        GetCommerceSummaryRequest.newBuilder().setWorkspace(shop.workspace).build());
  }

  private static ProfileActivity only(
      List<ProfileActivity> activity, Predicate<ProfileActivity> which) {
    var found = activity.stream().filter(which).toList();
    assertEquals(1, found.size());
    return found.getFirst();
  }

  private static Predicate<ProfileActivity> named(String event) {
    return activity -> activity.getEventRecorded().getName().equals(event);
  }

  private static void assertDense(List<ProfileActivity> activity) {
    activity.stream()
        .collect(Collectors.groupingBy(ProfileActivity::getProfileId))
        .forEach((profile, stream) ->
            assertEquals(
                LongStream.rangeClosed(1, stream.size()).boxed().toList(),
                stream.stream().map(ProfileActivity::getRevision).toList()));
  }
}
