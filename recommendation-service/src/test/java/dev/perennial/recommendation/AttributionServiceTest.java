package dev.perennial.recommendation;

import static java.util.stream.Collectors.toMap;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.perennial.contracts.recommendation.v1.CurrencyValue;
import dev.perennial.contracts.recommendation.v1.GetStrategyMetricsRequest;
import dev.perennial.contracts.recommendation.v1.PlacementVariant;
import dev.perennial.contracts.recommendation.v1.PlacementsGrpc;
import dev.perennial.contracts.recommendation.v1.PlacementsGrpc.PlacementsBlockingStub;
import dev.perennial.contracts.recommendation.v1.PutPlacementRequest;
import dev.perennial.contracts.recommendation.v1.RecommendRequest;
import dev.perennial.contracts.recommendation.v1.StrategyMetrics;
import dev.perennial.recommendation.attribution.app.ForgetClicks;
import dev.perennial.recommendation.attribution.app.ForgetCounts;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From an answer over the events about it to the figures of what served it. */
@QuarkusTest
class AttributionServiceTest extends ServiceTest {

  private final UUID ann = UUID.randomUUID();

  @Inject ForgetClicks forgetClicks;
  @Inject ForgetCounts forgetCounts;
  @Inject Pool pool;

  private PlacementsBlockingStub placements;

  @BeforeEach
  void openPlacements() {
    placements = PlacementsGrpc.newBlockingStub(channel());
  }

  @Test
  void whatWasShownClickedAndBoughtIsCountedOnce() {
    String item = shownItem();
    lookAt(item);
    shop.says(ann, "Product Clicked", day(1), clicked(item));
    var added = shop.says(ann, "Product Added", day(1), clicked(item));
    shop.publish(added);
    shop.buysAt(ann, "order", day(2), "tea", 2_500_000, 3);
    shop.buysAt(ann, "order", day(3), "tea", 2_500_000, 3);
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
    shop.buysAt(ann, "order", day(2), "tea", 2_500_000, 3);
    shop.says(ann, "Product Clicked", day(1), clicked(item));
    await().untilAsserted(() -> assertEquals(7_500_000, metrics().getValueMicros()));
    assertEquals(1, metrics().getPurchases());
  }

  @Test
  void whatIsGivenBackIsNoPurchase() {
    String item = shownItem();
    shop.says(ann, "Product Clicked", day(1), clicked(item));
    shop.buysAt(ann, "order", day(2), "tea", 2_500_000, 1);
    await().untilAsserted(() -> assertEquals(1, metrics().getPurchases()));
    shop.returns(ann, "order", day(3), "tea");
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
    shop.says(ann, "Product Clicked", day(1), clicked(item));
    await().untilAsserted(() -> assertEquals(1, metrics().getClicks()));
    var later = Instant.now().plus(Duration.ofDays(31));
    pool.withTransaction(tx -> forgetClicks.some(tx, later)).await().indefinitely();
    assertEquals(1, metrics().getClicks());
    // Nothing is known of it any more.
    shop.says(ann, "Product Added", day(1), clicked(item));
    await().untilAsserted(() -> assertEquals(2, metrics().getClicks()));
  }

  @Test
  void countsStayWhenThePersonIsErased() {
    String item = shownItem();
    shop.says(ann, "Product Clicked", day(1), clicked(item));
    await().untilAsserted(() -> assertEquals(1, metrics().getClicks()));
    shop.isErased(ann);
    shop.says(UUID.randomUUID(), "Product Clicked", day(1), clicked(item));
    await().untilAsserted(() -> assertEquals(2, metrics().getClicks()));
  }

  @Test
  void whatDoesNotSayWhatServedItIsNotCounted() {
    shownItem();
    shop.says(ann, "Product Clicked", day(1), clicked("made-up"));
    shop.buysAt(ann, "order", day(2), "tea", 1, 1);
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

  @Test
  void whatIsToldAMonthLateIsNotCounted() {
    String item = shownItem();
    shop.says(ann, "Product Clicked", today() - 40, clicked(item));
    shop.says(ann, "Product Clicked", day(1), clicked(itemOfTea()));
    await().untilAsserted(() -> assertEquals(1, metrics().getClicks()));
  }

  @Test
  void anOrderIsNotGivenToAnEarlierClickWhenTheLastOneIsForgotten() {
    String earlier = shownItem();
    String last = itemOfTea();
    shop.says(ann, "Product Clicked", day(0), clicked(earlier));
    shop.says(ann, "Product Clicked", day(1), clicked(last));
    shop.buysAt(ann, "order", day(2), "tea", 1_000_000, 1);
    await().untilAsserted(() -> assertEquals(1, metrics().getPurchases()));
    // Of the earlier click something was heard later.
    pool.preparedQuery(
            """
            update recommendation_click set heard_at = case
              when clicked_at = (
                select max(clicked_at) from recommendation_click where workspace = $1)
              then heard_at - interval '40 days' else heard_at end
            where workspace = $1
            """)
        .execute(Tuple.of(shop.workspace))
        .await()
        .indefinitely();
    pool.withTransaction(tx -> forgetClicks.some(tx, Instant.now())).await().indefinitely();
    shop.buysAt(ann, "order", day(2), "tea", 1_000_000, 2);
    await().untilAsserted(() -> assertEquals(2_000_000, metrics().getValueMicros()));
    assertEquals(
        "2 clicks, 1 purchase",
        metrics().getClicks() + " clicks, " + metrics().getPurchases() + " purchase");
  }

  @Test
  void valuesAreToldByCurrencyHoweverGreat() {
    String dear = shownItem();
    String cheap = itemOfTea();
    shop.says(ann, "Product Clicked", day(0), clicked(dear));
    shop.buysAt(ann, "laptop", day(1), "tea", 15_000_000_000_000L, 1, "VND");
    shop.says(ann, "Product Clicked", day(2), clicked(cheap));
    shop.buysAt(ann, "cup", day(3), "tea", 2_000_000, 1, "EUR");
    await().untilAsserted(() -> assertEquals(2, metrics().getPurchases()));
    assertEquals(0, metrics().getValueMicros());
    assertEquals(
        Map.of("EUR", 2_000_000L, "VND", 15_000_000_000_000L),
        metrics().getValuesList().stream()
            .collect(toMap(CurrencyValue::getCurrency, CurrencyValue::getValueMicros)));
  }

  @Test
  void whatNamesAPlacementVariantOrStrategyThatThereIsNotIsNotCounted() {
    placements.putPlacement(
        PutPlacementRequest.newBuilder()
            .setWorkspace(shop.workspace)
            .setKey("home")
            .setName("Home")
            .addVariants(
                PlacementVariant.newBuilder()
                    .setName("a")
                    .setWeight(1)
                    .addStrategies("best-sellers"))
            .build());
    String item = shownItem().substring("-.-.best-sellers".length());
    shop.says(ann, "Product Clicked", day(0), clicked("home.a.best-sellers" + item));
    for (String madeUp : List.of("home.b.best-sellers", "cart.a.best-sellers", "-.-.guess")) {
      shop.says(UUID.randomUUID(), "Product Clicked", day(0), clicked(madeUp + item));
    }
    shop.says(UUID.randomUUID(), "Product Clicked", day(0), clicked("home.a.best-sellers" + item));
    await().untilAsserted(() -> assertEquals(2, metrics().getClicks()));
    assertEquals("home a", metrics().getPlacement() + " " + metrics().getVariant());
  }

  @Test
  void countsAreForgottenAfterMoreThanAYear() {
    shop.says(ann, "Product Clicked", day(0), clicked(shownItem()));
    await().untilAsserted(() -> assertEquals(1, metrics().getClicks()));
    var soon = Instant.now().plus(Duration.ofDays(390));
    pool.withTransaction(tx -> forgetCounts.some(tx, soon)).await().indefinitely();
    assertEquals(1, metrics().getClicks());
    var later = Instant.now().plus(Duration.ofDays(401));
    pool.withTransaction(tx -> forgetCounts.some(tx, later)).await().indefinitely();
    assertEquals(List.of(), all());
  }

  /** So many days after one of the last week, as what is told late is not counted. */
  private static int day(int number) {
    return today() - 5 + number;
  }

  /** The id of the item for tea, in an answer. */
  private String shownItem() {
    shop.buys(UUID.randomUUID(), "1", today(), "tea");
    shop.buys(UUID.randomUUID(), "2", today(), "cup");
    awaitOrders(2);
    return itemOfTea();
  }

  private String itemOfTea() {
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
        day(0),
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
