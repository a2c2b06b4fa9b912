package dev.perennial.recommendation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.contracts.recommendation.v1.Evidence;
import dev.perennial.contracts.recommendation.v1.ExplainRequest;
import dev.perennial.contracts.recommendation.v1.RecommendRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which orders are behind what is bought together. */
@QuarkusTest
class OrdersBehindTest extends ServiceTest {

  @Inject Pool pool;

  @Test
  void theLatestOrdersAreNamedWhenTheyAreAskedFor() {
    orders(12, "cup", "saucer");
    orders(10, "other");
    awaitOrders(22);
    var latest = IntStream.rangeClosed(2, 11).mapToObj(i -> "order-" + i).toList().reversed();
    assertEquals(latest, recommended(true).getOrderIdsList());
    assertEquals(recommended(false), recommended(true).toBuilder().clearOrderIds().build());
  }

  @Test
  void anExplanationAlwaysNamesThem() {
    orders(3, "cup", "saucer");
    orders(10, "other");
    awaitOrders(13);
    assertEquals(List.of("order-2", "order-1", "order-0"), explained().getOrderIdsList());
  }

  @Test
  void anOrderWithoutAnIdIsNamedByItsMessage() {
    orders(2, "cup", "saucer");
    var anonymous = shop.buys(UUID.randomUUID(), "", 9, "cup", "saucer");
    orders(10, "other");
    awaitOrders(13);
    assertEquals(
        List.of(anonymous.getEventRecorded().getMessageId(), "order-1", "order-0"),
        explained().getOrderIdsList());
  }

  @Test
  void theOrdersOfAnotherWorkspaceAreNotNamed() {
    try (var neighbour = new Activities(kafka)) {
      for (int i = 0; i < 4; i++) {
        neighbour.buys(UUID.randomUUID(), "theirs-" + i, 20 + i, "cup", "saucer");
      }
      orders(3, "cup", "saucer");
      orders(10, "other");
      awaitOrders(13);
      awaitOrdersOf(neighbour.workspace, 4);
      assertEquals(List.of("order-2", "order-1", "order-0"), explained().getOrderIdsList());
    }
  }

  @Test
  void theOrdersOfAnErasedProfileAreNotNamed() {
    var erased = UUID.randomUUID();
    orders(3, "cup", "saucer");
    shop.buys(erased, "erased", 9, "cup", "saucer");
    orders(10, "other");
    awaitOrders(14);
    assertEquals("erased", explained().getOrderIds(0));
    shop.isErased(erased);
    awaitOrders(13);
    assertEquals(List.of("order-2", "order-1", "order-0"), explained().getOrderIdsList());
  }

  @Test
  void anOrderThatIsGoneFromTheDatabaseIsNotNamedThoughMemoryHasItStill() {
    orders(4, "cup", "saucer");
    orders(10, "other");
    awaitOrders(14);
    pool.preparedQuery("delete from purchase where workspace = $1 and order_key = 'order-3'")
        .executeAndAwait(Tuple.of(shop.workspace));
    assertEquals(List.of("order-2", "order-1", "order-0"), explained().getOrderIdsList());
  }

  private Evidence recommended(boolean withOrders) {
    return recommendations
        .recommend(request().setWithOrders(withOrders).build())
        .getItems(0)
        .getReason()
        .getBoughtTogether();
  }

  private Evidence explained() {
    return recommendations
        .explain(ExplainRequest.newBuilder().setRequest(request()).setProductId("saucer").build())
        .getLinks(0)
        .getReason()
        .getBoughtTogether();
  }

  private RecommendRequest.Builder request() {
    return RecommendRequest.newBuilder()
        .setWorkspace(shop.workspace)
        .setStrategy(STRATEGY)
        .addProductIds("cup");
  }
}
