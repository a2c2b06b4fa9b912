package dev.perennial.profile;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import dev.perennial.contracts.profile.v1.GetProfileRequest;
import dev.perennial.contracts.profile.v1.GetProfilesRequest;
import dev.perennial.contracts.profile.v1.ProfileHistory;
import dev.perennial.contracts.profile.v1.StreamHistoriesRequest;
import dev.perennial.localstack.StackResource;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "database", value = "profile"))
class ReadProfilesTest extends ServiceFixture {

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
}
