package dev.perennial.recommendation;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import dev.perennial.contracts.recommendation.v1.Evidence;
import dev.perennial.contracts.recommendation.v1.ExplainRequest;
import dev.perennial.contracts.recommendation.v1.Item;
import dev.perennial.contracts.recommendation.v1.Pair;
import dev.perennial.contracts.recommendation.v1.Preference;
import dev.perennial.contracts.recommendation.v1.RecommendForProfilesRequest;
import dev.perennial.contracts.recommendation.v1.RecommendRequest;
import dev.perennial.contracts.recommendation.v1.Rules;
import dev.perennial.contracts.recommendation.v1.Verdict;
import dev.perennial.recommendation.order.domain.PairCounts;
import dev.perennial.recommendation.serving.domain.RecommendationId;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is answered. */
@QuarkusTest
class RecommendationsTest extends ServiceTest {

  @Test
  void anItemComesWithItsExactEvidence() {
    orders(3, "cup=Blue cup", "saucer=Blue saucer");
    orders(1, "cup");
    orders(2, "saucer");
    orders(14, "other");
    awaitOrders(20);
    var item = recommendFor("cup").getItems(0);
    var counts = new PairCounts("cup", "saucer", 3, 4, 5, 20);
    assertEquals("Blue saucer", item.getName());
    assertEquals(
        Evidence.newBuilder()
            .setSeedProductId("cup")
            .setSeedName("Blue cup")
            .setPairOrders(3)
            .setSeedOrders(4)
            .setItemOrders(5)
            .setOrders(20)
            .setSupport(3 / 20.0)
            .setConfidence(3 / 4.0)
            .setLiftAtLeast(counts.liftAtLeast())
            .setLiftAtMost(counts.liftAtMost())
            .setLift((3 / 4.0) / (5 / 20.0))
            .build(),
        item.getReason().getBoughtTogether());
  }

  @Test
  void aProfileIsShownWhatGoesWithItsOrdersAndNotWhatItBought() {
    orders(3, "cup", "saucer", "spoon");
    orders(10, "other");
    var customer = UUID.randomUUID();
    var newcomer = UUID.randomUUID();
    shop.buys(customer, "1", 1, "cup", "spoon");
    shop.views(newcomer, 1);
    awaitOrders(14);
    var answer =
        recommendations.recommendForProfiles(
            RecommendForProfilesRequest.newBuilder()
                .setWorkspace(shop.workspace)
                .setStrategy(STRATEGY)
                .addProfileIds(customer.toString())
                .addProfileIds(newcomer.toString())
                .build());
    assertEquals(
        List.of("saucer"),
        answer.getRecommendationsOrThrow(customer.toString()).getItemsList().stream()
            .map(Item::getProductId)
            .toList());
    assertEquals(0, answer.getRecommendationsOrThrow(newcomer.toString()).getItemsCount());
    assertEquals(2, answer.getRecommendationsCount());
  }

  @Test
  void topPairsCarryTheLastNameThatAnOrderGave() {
    var customer = UUID.randomUUID();
    shop.buys(customer, "late", 9, "cup=New cup", "saucer");
    shop.buys(customer, "early", 1, "cup=Old cup", "saucer=Saucer", "spoon");
    awaitOrders(2);
    assertEquals(
        Pair.newBuilder()
            .setProductId("cup")
            .setName("New cup")
            .setOtherProductId("saucer")
            .setOtherName("Saucer")
            .setPairOrders(2)
            .setSupport(1)
            .setConfidence(1)
            .setLift(1)
            .build(),
        topPairs().getPairs(0));
  }

  @Test
  void itIsSaidWhyAProductIsNotAmongTheItems() {
    orders(4, "cup", "saucer");
    orders(3, "cup", "spoon");
    orders(20, "other");
    awaitOrders(27);
    var asked = request().addProductIds("cup").addExcludedProductIds("spoon").build();
    assertEquals(Verdict.SHOWN, verdict(asked, "saucer"));
    assertEquals(Verdict.REMOVED, verdict(asked, "spoon"));
    assertEquals(Verdict.NO_CANDIDATE, verdict(asked, "other"));
    assertEquals(Verdict.AT_HAND, verdict(asked, "cup"));
    assertEquals(Verdict.UNKNOWN_PRODUCT, verdict(asked, "never seen"));
  }

  @Test
  void itIsSaidByHowMuchAProductIsOutranked() {
    orders(4, "cup", "saucer");
    orders(3, "cup", "spoon");
    orders(20, "other");
    awaitOrders(27);
    var asked = request().addProductIds("cup").setLimit(1).build();
    var explained =
        recommendations.explain(
            ExplainRequest.newBuilder().setRequest(asked).setProductId("spoon").build());
    assertEquals(Verdict.OUTRANKED, explained.getVerdict());
    assertEquals(2, explained.getPosition());
    assertEquals(4 / 7.0, explained.getLastShownScore());
    assertEquals(3 / 7.0, explained.getLinks(0).getScore());
  }

  @Test
  void aPairThatTheGuardKeepsOutIsExplainedByItsCounts() {
    orders(2, "cup", "saucer");
    orders(20, "other");
    awaitOrders(22);
    var asked = request().addProductIds("cup").build();
    var explained =
        recommendations.explain(
            ExplainRequest.newBuilder().setRequest(asked).setProductId("saucer").build());
    assertEquals(Verdict.TOO_WEAK, explained.getVerdict());
    assertEquals(2, explained.getLinks(0).getReason().getBoughtTogether().getPairOrders());
    assertEquals(2, explained.getLinks(0).getReason().getBoughtTogether().getOrderIdsCount());
  }

  @Test
  void anItemsIdSaysWhatServedItAndWhere() {
    orders(3, "cup", "saucer");
    orders(10, "other");
    awaitOrders(13);
    var answer = recommendFor("cup");
    var item = RecommendationId.parse(answer.getItems(0).getRecommendationId()).orElseThrow();
    assertEquals(
        new RecommendationId(
            Optional.empty(),
            Optional.of(STRATEGY),
            UUID.fromString(answer.getRecommendationId()),
            1),
        item);
    assertEquals(7, item.answer().version());
  }

  @Test
  void aWorkspaceWithoutOrdersHasNoItems() {
    assertEquals(0, recommendFor("cup").getItemsCount());
  }

  @Test
  void aStrategyThatDoesNotExistIsNotFound() {
    assertEquals(
        Status.Code.NOT_FOUND,
        refusal(request().setStrategy("guess").addProductIds("cup")).getStatus().getCode());
  }

  @Test
  void whatIsWrongWithARequestIsSaidByField() throws InvalidProtocolBufferException {
    assertEquals(
        "/product_ids", refusedField(request().addAllProductIds(Collections.nCopies(101, "cup"))));
    assertEquals("/product_ids", refusedField(request()));
    assertEquals("/profile_id", refusedField(request().setStrategy("next-best")));
    assertEquals("/explore", refusedField(request().setExplore(1.5)));
    assertEquals(
        "/rules/preferences/0",
        refusedField(
            request().setRules(Rules.newBuilder().addPreferences(Preference.newBuilder()))));
    assertEquals("/profile_id", refusedField(request().setProfileId("ann")));
    assertEquals("/limit", refusedField(request().addProductIds("cup").setLimit(101)));
    assertEquals("/workspace", refusedField(request().clearWorkspace()));
  }

  @Test
  void whatNothingCanMeetIsSaidToBeAMistake() throws InvalidProtocolBufferException {
    assertEquals(
        "/rules/max_price_micros",
        refusedRule(Rules.newBuilder().setMinPriceMicros(2).setMaxPriceMicros(1)));
    assertEquals("/rules/min_margin", refusedRule(Rules.newBuilder().setMinMargin(1)));
    assertEquals("/rules/min_margin", refusedRule(Rules.newBuilder().setMinMargin(Double.NaN)));
    assertEquals("/rules/exclude_bought", refusedRule(Rules.newBuilder().setExcludeBought(true)));
  }

  @Test
  void rulesSayNoMoreThanCanBeTriedForEachProduct() throws InvalidProtocolBufferException {
    var many = Collections.nCopies(101, "a");
    String longText = "a".repeat(501);
    assertEquals("/rules/categories", refusedRule(Rules.newBuilder().addAllCategories(many)));
    assertEquals(
        "/rules/excluded_categories",
        refusedRule(Rules.newBuilder().addAllExcludedCategories(many)));
    assertEquals("/rules/brands", refusedRule(Rules.newBuilder().addAllBrands(many)));
    assertEquals(
        "/rules/excluded_brands", refusedRule(Rules.newBuilder().addAllExcludedBrands(many)));
    assertEquals(
        "/rules/pinned_product_ids", refusedRule(Rules.newBuilder().addAllPinnedProductIds(many)));
    assertEquals(
        "/rules/brands/1", refusedRule(Rules.newBuilder().addBrands("a").addBrands(longText)));
    var preference = Preference.newBuilder().setTag(longText).setFactor(1);
    assertEquals(
        "/rules/preferences/0/tag", refusedRule(Rules.newBuilder().addPreferences(preference)));
    assertEquals("/category", refusedField(request().addProductIds("a").setCategory(longText)));
  }

  private String refusedRule(Rules.Builder rules) throws InvalidProtocolBufferException {
    return refusedField(request().addProductIds("cup").setRules(rules));
  }

  @Test
  void aMistakeInsideIsSaidToBeOneAndNothingOfItIsTold() {
    String unlucky = BrokenStrategy.UNLUCKY.toString();
    var refusal = refusal(request().setStrategy(BrokenStrategy.KEY).setProfileId(unlucky));
    assertEquals(Status.Code.INTERNAL, refusal.getStatus().getCode());
    assertEquals("the service failed", refusal.getStatus().getDescription());
    var forProfiles =
        RecommendForProfilesRequest.newBuilder()
            .setWorkspace(shop.workspace)
            .setStrategy(BrokenStrategy.KEY)
            .addProfileIds(unlucky)
            .build();
    assertEquals(
        Status.Code.INTERNAL,
        assertThrows(
                StatusRuntimeException.class,
                () -> recommendations.recommendForProfiles(forProfiles))
            .getStatus()
            .getCode());
  }

  @Test
  void theServiceSaysThatItIsReadyAndWhatItKnows() {
    await()
        .untilAsserted(() ->
            RestAssured.get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("orders and placements are in memory")));
    recommendFor("cup");
    RestAssured.get("/q/metrics")
        .then()
        .body(containsString("perennial_recommendation_orders"))
        .body(containsString("perennial_recommendation_answer_seconds_bucket{"))
        .body(containsString("perennial_recommendation_answer_empty_total{"));
  }

  private Verdict verdict(RecommendRequest asked, String product) {
    return recommendations
        .explain(ExplainRequest.newBuilder().setRequest(asked).setProductId(product).build())
        .getVerdict();
  }

  private RecommendRequest.Builder request() {
    return RecommendRequest.newBuilder().setWorkspace(shop.workspace).setStrategy(STRATEGY);
  }

  private StatusRuntimeException refusal(RecommendRequest.Builder request) {
    return assertThrows(
        StatusRuntimeException.class, () -> recommendations.recommend(request.build()));
  }

  private String refusedField(RecommendRequest.Builder request)
      throws InvalidProtocolBufferException {
    var status = StatusProto.fromThrowable(refusal(request));
    assertEquals(Status.Code.INVALID_ARGUMENT.value(), status.getCode());
    return status.getDetails(0).unpack(BadRequest.class).getFieldViolations(0).getField();
  }
}
