package dev.perennial.segment;

import static dev.perennial.segment.Stream.timestamp;
import static java.util.stream.Collectors.toMap;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.contracts.profile.v1.ProfileHistory;
import dev.perennial.contracts.profile.v1.RecordedEvent;
import dev.perennial.contracts.segment.v1.ListSegmentsRequest;
import dev.perennial.contracts.segment.v1.ListSegmentsResponse;
import dev.perennial.contracts.segment.v1.PutSegmentRequest;
import dev.perennial.contracts.segment.v1.Segment;
import dev.perennial.contracts.segment.v1.SegmentState;
import dev.perennial.contracts.segment.v1.Segments;
import dev.perennial.localstack.StackResource;
import io.quarkus.grpc.GrpcClient;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A year of a shop of 8,082 people, backfilled and counted a second time by hand. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "database", value = "segment"))
class DemoSegmentsTest {

  private static final Map<String, String> CONDITIONS =
      Map.of(
          "repeat",
          """
          {"all":[{"trait":"email","is":{"exists":true}},
           {"event":"Order Completed","is":{"atLeast":2}}]}
          """,
          "new",
          """
          {"all":[{"trait":"email","is":{"exists":true}},
           {"event":"Order Completed","is":{"atLeast":1},"within":"P28D"},
           {"event":"Order Completed","is":{"atMost":1}}]}
          """,
          "big-spenders",
          """
          {"all":[{"trait":"email","is":{"exists":true}},
           {"event":"Order Completed","measure":{"sum":"order_value"},"is":{"atLeast":5000},
            "within":"P364D"}]}
          """,
          "lapsed",
          """
          {"all":[{"trait":"email","is":{"exists":true}},
           {"event":"Order Completed","is":{"atLeast":1}},
           {"event":"Order Completed","is":{"atMost":0},"within":"P182D"}]}
          """,
          "at-risk",
          """
          {"all":[{"trait":"email","is":{"exists":true}},
           {"event":"Order Completed","is":{"atLeast":2}},
           {"event":"Order Completed","is":{"atLeast":1},"within":"P182D"},
           {"event":"Order Completed","is":{"atMost":0},"within":"P91D"}]}
          """);

  /** An order, this many seconds ago. */
  private record Order(long ago, long units) {
    boolean within(int days) {
      return ago < days * 86_400L;
    }
  }

  @GrpcClient("segments")
  Segments segments;

  private final String workspace = "shop-" + UUID.randomUUID();
  private final Random random = new Random(7);
  private final Instant start = Instant.now();

  @Test
  void theSegmentsOfTheDemoHoldWhomTheOrdersSay() {
    List<List<Order>> known = new ArrayList<>();
    for (int i = 0; i < 8_082; i++) {
      boolean hasEmail = i < 4_372;
      var orders = orders(hasEmail ? random.nextInt(10) : 1);
      FakeProfiles.remember(workspace, history(orders, hasEmail ? "{\"email\":\"a\"}" : "{}"));
      if (hasEmail) {
        known.add(orders);
      }
    }

    CONDITIONS.forEach(this::put);

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            list().getSegmentsList().stream().allMatch(one -> one.getState() == SegmentState.LIVE));
    assertEquals(
        Map.of(
            "repeat", count(known, orders -> orders.size() >= 2),
            "new", count(known, orders -> orders.size() == 1 && orders.getFirst().within(28)),
            "big-spenders", count(known, orders -> spent(orders) >= 5000),
            "lapsed",
                count(
                    known,
                    orders ->
                        !orders.isEmpty() && orders.stream().noneMatch(order -> order.within(182))),
            "at-risk",
                count(
                    known,
                    orders ->
                        orders.size() >= 2
                            && orders.stream().anyMatch(order -> order.within(182))
                            && orders.stream().noneMatch(order -> order.within(91)))),
        list().getSegmentsList().stream().collect(toMap(Segment::getKey, Segment::getSize)));
  }

  /** No order is within an hour of the end of a window, which the test could run into. */
  private List<Order> orders(int number) {
    return random
        .ints(number, 1, 370)
        .mapToObj(day -> new Order(day * 86_400L - 43_200, 1 + random.nextInt(2500)))
        .toList();
  }

  private ProfileHistory history(List<Order> orders, String traits) {
    var history =
        ProfileHistory.newBuilder()
            .setProfileId(new UUID(random.nextLong(), random.nextLong()).toString())
            .setRevision(orders.size() + 1L)
            .setTraits(traits);
    orders.stream()
        .map(order ->
            RecordedEvent.newBuilder()
                .setOccurredAt(timestamp(start.minusSeconds(order.ago())))
                .setEvent(Stream.event(order.units())))
        .forEach(history::addEvents);
    return history.build();
  }

  private static long spent(List<Order> orders) {
    return orders.stream().filter(order -> order.within(364)).mapToLong(Order::units).sum();
  }

  private static long count(List<List<Order>> known, Predicate<List<Order>> predicate) {
    return known.stream().filter(predicate).count();
  }

  private void put(String key, String condition) {
    segments
        .putSegment(
            PutSegmentRequest.newBuilder()
                .setWorkspace(workspace)
                .setKey(key)
                .setCondition(condition)
                .build())
        .await()
        .atMost(Duration.ofSeconds(5));
  }

  private ListSegmentsResponse list() {
    return segments
        .listSegments(ListSegmentsRequest.newBuilder().setWorkspace(workspace).build())
        .await()
        .atMost(Duration.ofSeconds(5));
  }
}
