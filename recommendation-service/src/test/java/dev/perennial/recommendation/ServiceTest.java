package dev.perennial.recommendation;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.contracts.recommendation.v1.ListTopPairsRequest;
import dev.perennial.contracts.recommendation.v1.ListTopPairsResponse;
import dev.perennial.contracts.recommendation.v1.RecommendRequest;
import dev.perennial.contracts.recommendation.v1.Recommendation;
import dev.perennial.contracts.recommendation.v1.RecommendationsGrpc;
import dev.perennial.contracts.recommendation.v1.RecommendationsGrpc.RecommendationsBlockingStub;
import dev.perennial.localstack.StackResource;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A shop of its own for each test, seen from outside: activities go in, answers come out. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "database", value = "recommendation"))
@WithTestResource(value = FakeProfiles.class, scope = TestResourceScope.GLOBAL)
abstract class ServiceTest {

  static final String STRATEGY = "frequently-bought-together";

  @Inject
  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  Activities shop;
  RecommendationsBlockingStub recommendations;
  private ManagedChannel channel;

  @BeforeEach
  void open() {
    shop = new Activities(kafka);
    channel =
        ManagedChannelBuilder.forAddress("localhost", RestAssured.port).usePlaintext().build();
    recommendations = RecommendationsGrpc.newBlockingStub(channel);
  }

  @AfterEach
  void close() {
    shop.close();
    channel.shutdownNow();
  }

  ManagedChannel channel() {
    return channel;
  }

  /** So many orders, each of a profile of its own, a day apart. */
  void orders(int count, String... products) {
    for (int i = 0; i < count; i++) {
      shop.buys(UUID.randomUUID(), "order-" + i, i, products);
    }
  }

  void awaitOrders(int count) {
    awaitOrdersOf(shop.workspace, count);
  }

  void awaitOrdersOf(String workspace, int count) {
    await().untilAsserted(() -> assertEquals(count, topPairs(workspace).getOrders()));
  }

  ListTopPairsResponse topPairs() {
    return topPairs(shop.workspace);
  }

  private ListTopPairsResponse topPairs(String workspace) {
    return recommendations.listTopPairs(
        ListTopPairsRequest.newBuilder().setWorkspace(workspace).setLimit(100).build());
  }

  /** The pairs that any order holds, as "a+b 3", by name. */
  Set<String> pairs() {
    var pairs = new TreeSet<String>();
    topPairs()
        .getPairsList()
        .forEach(pair -> {
          var both = new TreeSet<>(List.of(pair.getProductId(), pair.getOtherProductId()));
          pairs.add(String.join("+", both) + " " + pair.getPairOrders());
        });
    return pairs;
  }

  Recommendation recommendFor(String... products) {
    return recommendations.recommend(
        RecommendRequest.newBuilder()
            .setWorkspace(shop.workspace)
            .setStrategy(STRATEGY)
            .addAllProductIds(List.of(products))
            .build());
  }

  /** In days after the first day of the activities. */
  static int today() {
    return (int) Duration.between(Instant.parse("2026-01-01T12:00:00Z"), Instant.now()).toDays();
  }
}
