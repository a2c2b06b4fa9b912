package dev.perennial.recommendation;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.perennial.contracts.recommendation.v1.GetStrategyMetricsRequest;
import dev.perennial.contracts.recommendation.v1.RecommendRequest;
import dev.perennial.contracts.recommendation.v1.StrategyMetrics;
import dev.perennial.recommendation.attribution.app.ForgetClicks;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From an answer over the events about it to the figures of what served it. */
@QuarkusTest
class AttributionServiceTest extends ServiceTest {

  private final UUID ann = UUID.randomUUID();

  @Inject ForgetClicks forgetClicks;
  @Inject Pool pool;

  @Test
  void whatWasShownClickedAndBoughtIsCountedOnce() {
    String item = shownItem();
    lookAt(item);
    shop.says(ann, "Product Clicked", 1, clicked(item));
    var added = shop.says(ann, "Product Added", 1, clicked(item));
    shop.publish(added);
    shop.buysAt(ann, "order", 2, "tea", 2_500_000, 3);
    shop.buysAt(ann, "order", 3, "tea", 2_500_000, 3);
    await().untilAsserted(() -> assertEquals(1, metrics().getPurchases()));
    var metrics = metrics();
    assertEquals("best-sellers", metrics.getStrategy());
    assertEquals("", metrics.getPlacement());
    assertEquals(1, metrics.getExposures());
    assertEquals(1, metrics.getClicks());
    assertEquals(7_500_000, metrics.getValueMicros());
    assertEquals(1, metrics.getConversion().getValue());
    assertEquals(1, metrics.getClickThrough().getHigh());
    assertEquals(1, metrics.getCoverage().getNumerator());
    assertEquals(2, metrics.getCoverage().getDenominator());
  }

  @Test
  void anOrderThatIsHeardOfBeforeItsClickIsPutDownToIt() {
    String item = shownItem();
    shop.buysAt(ann, "order", 2, "tea", 2_500_000, 3);
    shop.says(ann, "Product Clicked", 1, clicked(item));
    await().untilAsserted(() -> assertEquals(7_500_000, metrics().getValueMicros()));
    assertEquals(1, metrics().getPurchases());
  }

  @Test
  void whatIsGivenBackIsNoPurchase() {
    String item = shownItem();
    shop.says(ann, "Product Clicked", 1, clicked(item));
    shop.buysAt(ann, "order", 2, "tea", 2_500_000, 1);
    await().untilAsserted(() -> assertEquals(1, metrics().getPurchases()));
    shop.returns(ann, "order", 3, "tea");
    await().untilAsserted(() -> assertEquals(0, metrics().getPurchases()));
    assertEquals(0, metrics().getValueMicros());
    assertEquals(1, metrics().getClicks());
  }

  @Test
  void whatAMergedPersonDidIsCountedOnceUnderTheOther() {
    String item = shownItem();
    var bob = UUID.randomUUID();
    var click = shop.says(ann, "Product Clicked", today(), clicked(item));
    await().untilAsserted(() -> assertEquals(1, metrics().getClicks()));
    shop.isMergedInto(ann, bob);
    shop.replays(click, bob);
    shop.buysAt(bob, "order", today(), "tea", 1_000_000, 1);
    await()
        .untilAsserted(() ->
            assertEquals(
                "1 click, 1 purchase",
                metrics().getClicks() + " click, " + metrics().getPurchases() + " purchase"));
  }

  @Test
  void clicksAreForgottenAfterAMonthAndTheirCountsStay() {
    String item = shownItem();
    shop.says(ann, "Product Clicked", 1, clicked(item));
    await().untilAsserted(() -> assertEquals(1, metrics().getClicks()));
    var later = Instant.now().plus(Duration.ofDays(31));
    pool.withTransaction(tx -> forgetClicks.some(tx, later)).await().indefinitely();
    assertEquals(1, metrics().getClicks());
    // Nothing is known of it any more.
    shop.says(ann, "Product Added", 1, clicked(item));
    await().untilAsserted(() -> assertEquals(2, metrics().getClicks()));
  }

  @Test
  void countsStayWhenThePersonIsErased() {
    String item = shownItem();
    shop.says(ann, "Product Clicked", 1, clicked(item));
    await().untilAsserted(() -> assertEquals(1, metrics().getClicks()));
    shop.isErased(ann);
    shop.says(UUID.randomUUID(), "Product Clicked", 1, clicked(item));
    await().untilAsserted(() -> assertEquals(2, metrics().getClicks()));
  }

  @Test
  void whatDoesNotSayWhatServedItIsNotCounted() {
    shownItem();
    shop.says(ann, "Product Clicked", 1, clicked("made-up"));
    shop.buysAt(ann, "order", 2, "tea", 1, 1);
    awaitOrders(3);
    assertEquals(List.of(), all());
  }

  @Test
  void aDayThatIsNoneIsSaid() {
    var refused =
        assertThrows(
            StatusRuntimeException.class,
            () -> recommendations.getStrategyMetrics(request().setTo("soon").build()));
    assertEquals(Status.Code.INVALID_ARGUMENT, refused.getStatus().getCode());
  }

  /** The id of the item for tea, in an answer. */
  private String shownItem() {
    shop.buys(UUID.randomUUID(), "1", today(), "tea");
    shop.buys(UUID.randomUUID(), "2", today(), "cup");
    awaitOrders(2);
    var answer =
        recommendations.recommend(
            RecommendRequest.newBuilder()
                .setWorkspace(shop.workspace)
                .setStrategy("best-sellers")
                .build());
    return answer.getItemsList().stream()
        .filter(item -> item.getProductId().equals("tea"))
        .findFirst()
        .orElseThrow()
        .getRecommendationId();
  }

  private void lookAt(String item) {
    shop.says(
        ann,
        "Product List Viewed",
        0,
        """
        {"products": [{"product_id": "tea", "recommendation_id": "%s"}, {"product_id": "cup"}]}
        """
            .formatted(item));
  }

  private static String clicked(String item) {
    return "{\"product_id\": \"tea\", \"recommendation_id\": \"%s\"}".formatted(item);
  }

  private StrategyMetrics metrics() {
    var all = all();
    assertEquals(1, all.size());
    return all.getFirst();
  }

  private List<StrategyMetrics> all() {
    return recommendations.getStrategyMetrics(request().build()).getMetricsList();
  }

  private GetStrategyMetricsRequest.Builder request() {
    return GetStrategyMetricsRequest.newBuilder()
        .setWorkspace(shop.workspace)
        .setFrom("2026-01-01")
        .setTo(LocalDate.now(ZoneOffset.UTC).toString());
  }
}
