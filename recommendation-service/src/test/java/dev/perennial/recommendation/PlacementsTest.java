package dev.perennial.recommendation;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import dev.perennial.contracts.recommendation.v1.DeletePlacementRequest;
import dev.perennial.contracts.recommendation.v1.ExplainRequest;
import dev.perennial.contracts.recommendation.v1.GetPlacementRequest;
import dev.perennial.contracts.recommendation.v1.Item;
import dev.perennial.contracts.recommendation.v1.ListPlacementsRequest;
import dev.perennial.contracts.recommendation.v1.Placement;
import dev.perennial.contracts.recommendation.v1.PlacementVariant;
import dev.perennial.contracts.recommendation.v1.PlacementsGrpc;
import dev.perennial.contracts.recommendation.v1.PlacementsGrpc.PlacementsBlockingStub;
import dev.perennial.contracts.recommendation.v1.PutPlacementRequest;
import dev.perennial.contracts.recommendation.v1.RecommendRequest;
import dev.perennial.contracts.recommendation.v1.Recommendation;
import dev.perennial.contracts.recommendation.v1.Rules;
import dev.perennial.recommendation.serving.domain.Arm;
import dev.perennial.recommendation.serving.domain.RecommendationId;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Places on a page: edited, followed by all replicas, and answered from. */
@QuarkusTest
class PlacementsTest extends ServiceTest {

  @Inject Pool pool;
  private PlacementsBlockingStub placements;

  @BeforeEach
  void openPlacements() {
    placements = PlacementsGrpc.newBlockingStub(channel());
  }

  @Test
  void aPlacementIsKeptAsItWasWritten() {
    var written = cart().setName("Cart").addVariants(variant("b", 0)).build();
    Placement kept = placements.putPlacement(written);
    assertEquals(1, kept.getVersion());
    assertEquals(written.getRules(), kept.getRules());
    assertEquals(written.getVariantsList(), kept.getVariantsList());
    assertEquals(2, placements.putPlacement(written).getVersion());
    assertEquals("Cart", placements.getPlacement(get("cart")).getName());
    assertEquals(List.of("cart"), keys());
    placements.deletePlacement(delete("cart"));
    assertEquals(List.of(), keys());
    assertCode(Status.Code.NOT_FOUND, () -> placements.getPlacement(get("cart")));
    assertCode(Status.Code.NOT_FOUND, () -> placements.deletePlacement(delete("cart")));
    assertEquals(3, placements.putPlacement(written).getVersion());
  }

  @Test
  void itsVariantAnswersByItsChainAndRulesAndIsNamed() {
    orders(4, "cup", "saucer");
    orders(3, "cup", "spoon");
    orders(20, "other");
    awaitOrders(27);
    placements.putPlacement(
        cart().setRules(Rules.newBuilder().addPinnedProductIds("other")).build());
    var answer = ask("visitor");
    assertEquals("cart", answer.getPlacement());
    assertEquals("a", answer.getVariant());
    assertEquals(List.of("other", "saucer", "spoon"), products(answer));
    var id = RecommendationId.parse(answer.getItems(1).getRecommendationId()).orElseThrow();
    assertEquals(new Arm("cart", "a"), id.arm().orElseThrow());
    assertEquals(STRATEGY, id.strategy().orElseThrow());
    var explained =
        recommendations.explain(
            ExplainRequest.newBuilder()
                .setRequest(request("visitor"))
                .setProductId("spoon")
                .build());
    assertEquals("cart", explained.getPlacement());
    assertEquals("a", explained.getVariant());
    assertEquals(3, explained.getPosition());
  }

  @Test
  void whatTheRequestAsksForAppliesBesides() {
    orders(4, "cup", "saucer");
    orders(3, "cup", "spoon");
    orders(20, "other");
    awaitOrders(27);
    placements.putPlacement(cart().build());
    var request = request("v").addExcludedProductIds("saucer").build();
    assertEquals(List.of("spoon"), products(recommendations.recommend(request)));
  }

  @Test
  void visitorsAreSplitAndStayWhereTheyAre() {
    placements.putPlacement(cart().addVariants(variant("b", 1)).build());
    var seen = new TreeSet<String>();
    for (int i = 0; i < 64; i++) {
      String visitor = "visitor-" + i;
      seen.add(ask(visitor).getVariant());
      assertEquals(ask(visitor).getVariant(), ask(visitor).getVariant());
    }
    assertEquals(Set.of("a", "b"), seen);
  }

  @Test
  void aVisitorWhoBecomesAProfileStaysWhereTheyAre() {
    placements.putPlacement(cart().addVariants(variant("b", 1)).build());
    for (int i = 0; i < 16; i++) {
      var signedIn = request("visitor-" + i).setProfileId(UUID.randomUUID().toString()).build();
      assertEquals(
          ask("visitor-" + i).getVariant(), recommendations.recommend(signedIn).getVariant());
    }
  }

  @Test
  void whatNobodyInParticularIsShownCountsForNoVariant() {
    orders(3, "cup", "saucer");
    orders(20, "other");
    awaitOrders(23);
    placements.putPlacement(cart().build());
    var answer = ask("");
    assertEquals(List.of("saucer"), products(answer));
    assertEquals("", answer.getPlacement());
    assertEquals("", answer.getVariant());
    var id = RecommendationId.parse(answer.getItems(0).getRecommendationId()).orElseThrow();
    assertEquals(Optional.empty(), id.arm());
  }

  @Test
  void whatIsAskedForAMergedProfileIsAnsweredForTheOneThatAbsorbedIt() {
    var before = UUID.randomUUID();
    var now = UUID.randomUUID();
    orders(3, "cup", "saucer");
    orders(3, "cup", "spoon");
    orders(20, "other");
    shop.isMergedInto(before, now);
    shop.buys(now, "1", 1, "saucer");
    awaitOrders(27);
    placements.putPlacement(cart().addVariants(variant("b", 1)).build());
    var asked =
        RecommendRequest.newBuilder()
            .setWorkspace(shop.workspace)
            .setPlacement("cart")
            .setRules(Rules.newBuilder().setExcludeBought(true))
            .addProductIds("cup");
    await()
        .untilAsserted(() -> {
          var ofBefore = recommendations.recommend(asked.setProfileId(before.toString()).build());
          var ofNow = recommendations.recommend(asked.setProfileId(now.toString()).build());
          assertEquals(List.of("spoon"), products(ofBefore));
          assertEquals(ofNow.getVariant(), ofBefore.getVariant());
        });
  }

  @Test
  void aChangeThatAnotherReplicaMadeIsFollowed() {
    placements.putPlacement(cart().build());
    assertEquals("a", ask("visitor").getVariant());
    pool.preparedQuery(
            "update placement set definition = replace(definition, '\"a\"', '\"z\"') where"
                + " workspace = $1")
        .executeAndAwait(Tuple.of(shop.workspace));
    pool.preparedQuery("update placement_generation set generation = generation + 1")
        .executeAndAwait();
    await().untilAsserted(() -> assertEquals("z", ask("visitor").getVariant()));
  }

  @Test
  void whatIsWrongIsSaidByField() throws InvalidProtocolBufferException {
    assertEquals("/key", refused(cart().setKey("-")));
    assertEquals("/variants", refused(cart().clearVariants()));
    assertEquals("/variants", refused(cart().clearVariants().addVariants(variant("a", 0))));
    assertEquals("/variants/1/name", refused(cart().addVariants(variant("a", 1))));
    assertEquals(
        "/variants/1/strategies/1",
        refused(cart().addVariants(variant("b", 1).addStrategies("guess"))));
    assertEquals(
        "/variants/1/rules/preferences/0/factor",
        refused(cart().addVariants(variant("b", 1).setRules(broken()))));
  }

  @Test
  void aWorkspaceHasAThousandPlacementsAtMost() throws InvalidProtocolBufferException {
    placements.putPlacement(cart().build());
    pool.preparedQuery(
            """
            insert into placement (workspace, key, name, version, definition, changed_at)
            select workspace, 'p' || n, name, version, definition, changed_at
            from placement, generate_series(1, 999) n where workspace = $1
            """)
        .executeAndAwait(Tuple.of(shop.workspace));
    assertEquals("/key", refused(cart().setKey("one-too-many")));
    assertEquals(2, placements.putPlacement(cart().build()).getVersion());
    placements.deletePlacement(delete("p1"));
    assertEquals(1, placements.putPlacement(cart().setKey("another").build()).getVersion());
    assertEquals("/key", refused(cart().setKey("p1")));
    pool.preparedQuery("delete from placement where workspace = $1")
        .executeAndAwait(Tuple.of(shop.workspace));
  }

  @Test
  void whatThePlacementSaysIsNotAskedForBesides() throws InvalidProtocolBufferException {
    placements.putPlacement(cart().build());
    assertEquals("/strategy", refusedQuestion(request("v").setStrategy(STRATEGY)));
    assertEquals("/fallbacks", refusedQuestion(request("v").addFallbacks("best-sellers")));
  }

  private static Rules.Builder broken() {
    var rules = Rules.newBuilder();
    rules.addPreferencesBuilder().setTag("t").setFactor(-1);
    return rules;
  }

  private PutPlacementRequest.Builder cart() {
    return PutPlacementRequest.newBuilder()
        .setWorkspace(shop.workspace)
        .setKey("cart")
        .addVariants(variant("a", 1));
  }

  private static PlacementVariant.Builder variant(String name, int weight) {
    return PlacementVariant.newBuilder().setName(name).setWeight(weight).addStrategies(STRATEGY);
  }

  private GetPlacementRequest get(String key) {
    return GetPlacementRequest.newBuilder().setWorkspace(shop.workspace).setKey(key).build();
  }

  private DeletePlacementRequest delete(String key) {
    return DeletePlacementRequest.newBuilder().setWorkspace(shop.workspace).setKey(key).build();
  }

  private List<String> keys() {
    var request = ListPlacementsRequest.newBuilder().setWorkspace(shop.workspace).build();
    return placements.listPlacements(request).getPlacementsList().stream()
        .map(Placement::getKey)
        .toList();
  }

  private Recommendation ask(String visitor) {
    return recommendations.recommend(request(visitor).build());
  }

  private RecommendRequest.Builder request(String visitor) {
    return RecommendRequest.newBuilder()
        .setWorkspace(shop.workspace)
        .setPlacement("cart")
        .setVisitorId(visitor)
        .addProductIds("cup");
  }

  private static List<String> products(Recommendation answer) {
    return answer.getItemsList().stream().map(Item::getProductId).toList();
  }

  private static void assertCode(Status.Code code, Executable call) {
    var refusal = assertThrows(StatusRuntimeException.class, call);
    assertEquals(code, refusal.getStatus().getCode());
  }

  private String refused(PutPlacementRequest.Builder request)
      throws InvalidProtocolBufferException {
    return field(() -> placements.putPlacement(request.build()));
  }

  private String refusedQuestion(RecommendRequest.Builder request)
      throws InvalidProtocolBufferException {
    return field(() -> recommendations.recommend(request.build()));
  }

  private static String field(Executable call) throws InvalidProtocolBufferException {
    var refusal = assertThrows(StatusRuntimeException.class, call);
    var status = StatusProto.fromThrowable(refusal);
    assertEquals(Status.Code.INVALID_ARGUMENT.value(), status.getCode());
    return status.getDetails(0).unpack(BadRequest.class).getFieldViolations(0).getField();
  }
}
