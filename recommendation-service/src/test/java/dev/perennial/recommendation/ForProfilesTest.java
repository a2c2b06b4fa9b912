package dev.perennial.recommendation;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import dev.perennial.contracts.recommendation.v1.Item;
import dev.perennial.contracts.recommendation.v1.PlacementVariant;
import dev.perennial.contracts.recommendation.v1.PlacementsGrpc;
import dev.perennial.contracts.recommendation.v1.PutPlacementRequest;
import dev.perennial.contracts.recommendation.v1.RecommendForProfilesRequest;
import dev.perennial.contracts.recommendation.v1.RecommendRequest;
import dev.perennial.contracts.recommendation.v1.Recommendation;
import dev.perennial.contracts.recommendation.v1.Rules;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is answered of many people at once. */
@QuarkusTest
class ForProfilesTest extends ServiceTest {

  private final String customer = UUID.randomUUID().toString();
  private final String newcomer = UUID.randomUUID().toString();

  @Test
  void whatIsSoldOutIsLeftOutAndANewcomerGetsWhatTheFallbackSays() {
    buyAndSellOut();
    var request =
        request(STRATEGY)
            .addFallbacks("best-sellers")
            .setRules(Rules.newBuilder().setInStock(true).setExcludeBought(true))
            .setLimit(2);
    await().untilAsserted(() -> assertEquals(List.of("tray", "other"), shown(request, customer)));
    assertEquals(List.of("other", "cup"), shown(request, newcomer));
  }

  @Test
  void eachOfManyGetsTheVariantOfThePlacementThatTheySeeAlone() {
    orders(3, "cup", "saucer");
    awaitOrders(3);
    putPlacement("best-sellers", "new-arrivals");
    var people = Stream.generate(UUID::randomUUID).limit(64).map(UUID::toString).toList();
    var answer =
        recommendations.recommendForProfiles(
            question().setPlacement("mail").addAllProfileIds(people).build());
    var variants = new TreeSet<String>();
    for (String person : people) {
      Recommendation many = answer.getRecommendationsOrThrow(person);
      assertEquals("mail", many.getPlacement());
      assertEquals(alone(person).getVariant(), many.getVariant());
      variants.add(many.getVariant());
    }
    assertEquals(Set.of("a", "b"), variants);
  }

  @Test
  void whatSaysNothingForAPersonIsRefusedForEveryone() throws InvalidProtocolBufferException {
    putPlacement("best-sellers", "similar");
    assertRefused(Status.Code.INVALID_ARGUMENT, "/strategy", request("similar"));
    assertRefused(Status.Code.INVALID_ARGUMENT, "/placement", question().setPlacement("mail"));
    var rescued = request("similar").addFallbacks("best-sellers");
    assertEquals(List.of(), shown(rescued, newcomer));
  }

  @Test
  void whatDoesNotExistIsSaidByField() throws InvalidProtocolBufferException {
    assertRefused(Status.Code.NOT_FOUND, "/strategy", request("guess"));
    assertRefused(Status.Code.NOT_FOUND, "/placement", question().setPlacement("nowhere"));
    assertRefused(
        Status.Code.NOT_FOUND,
        "/fallbacks/1",
        request(STRATEGY).addFallbacks("best-sellers").addFallbacks("guess"));
  }

  private void buyAndSellOut() {
    ordersToday(3, "cup", "spoon", "saucer", "tray");
    ordersToday(1, "cup");
    ordersToday(14, "other");
    shop.buys(UUID.fromString(customer), "mine", today(), "cup", "spoon");
    awaitOrders(19);
    try (var catalog = new ShopCatalog(kafka, shop.workspace)) {
      catalog.puts(ShopCatalog.product("saucer").setStock(0));
    }
  }

  /** What sold long ago is no best seller. */
  private void ordersToday(int count, String... products) {
    for (int i = 0; i < count; i++) {
      shop.buys(UUID.randomUUID(), "order-" + i, today(), products);
    }
  }

  private void putPlacement(String a, String b) {
    PlacementsGrpc.newBlockingStub(channel())
        .putPlacement(
            PutPlacementRequest.newBuilder()
                .setWorkspace(shop.workspace)
                .setKey("mail")
                .addVariants(variant("a").addStrategies(a))
                .addVariants(variant("b").addStrategies(b))
                .build());
  }

  private static PlacementVariant.Builder variant(String name) {
    return PlacementVariant.newBuilder().setName(name).setWeight(1);
  }

  private Recommendation alone(String person) {
    return recommendations.recommend(
        RecommendRequest.newBuilder()
            .setWorkspace(shop.workspace)
            .setPlacement("mail")
            .setProfileId(person)
            .build());
  }

  private RecommendForProfilesRequest.Builder question() {
    return RecommendForProfilesRequest.newBuilder().setWorkspace(shop.workspace);
  }

  private RecommendForProfilesRequest.Builder request(String strategy) {
    return question().setStrategy(strategy);
  }

  private List<String> shown(RecommendForProfilesRequest.Builder request, String profile) {
    return recommendations
        .recommendForProfiles(request.clone().addProfileIds(profile).build())
        .getRecommendationsOrThrow(profile)
        .getItemsList()
        .stream()
        .map(Item::getProductId)
        .toList();
  }

  private void assertRefused(
      Status.Code code, String field, RecommendForProfilesRequest.Builder request)
      throws InvalidProtocolBufferException {
    var refusal =
        assertThrows(
            StatusRuntimeException.class,
            () ->
                recommendations.recommendForProfiles(
                    request.clone().addProfileIds(newcomer).build()));
    var status = StatusProto.fromThrowable(refusal);
    assertEquals(code.value(), status.getCode());
    var violation = status.getDetails(0).unpack(BadRequest.class).getFieldViolations(0);
    assertEquals(field, violation.getField());
  }
}
