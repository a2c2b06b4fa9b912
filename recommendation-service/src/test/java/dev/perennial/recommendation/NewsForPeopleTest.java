package dev.perennial.recommendation;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.Timestamp;
import dev.perennial.contracts.events.v1.EventType;
import dev.perennial.contracts.profile.v1.Commerce;
import dev.perennial.contracts.profile.v1.EventRecorded;
import dev.perennial.contracts.profile.v1.LineItem;
import dev.perennial.contracts.profile.v1.ProfileActivity;
import dev.perennial.contracts.recommendation.v1.ExplainRequest;
import dev.perennial.contracts.recommendation.v1.Interest;
import dev.perennial.contracts.recommendation.v1.Item;
import dev.perennial.contracts.recommendation.v1.RecommendForProfilesRequest;
import dev.perennial.contracts.recommendation.v1.RecommendForProfilesResponse;
import dev.perennial.contracts.recommendation.v1.RecommendRequest;
import dev.perennial.contracts.recommendation.v1.Verdict;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What got cheaper or came back, for those who are interested in it. */
@QuarkusTest
class NewsForPeopleTest extends ServiceTest {

  @Inject Pool pool;

  private final Map<UUID, Integer> revisions = new HashMap<>();
  private final UUID viewer = UUID.randomUUID();
  private final UUID stranger = UUID.randomUUID();
  private ShopCatalog products;

  @BeforeEach
  void openCatalog() {
    products = new ShopCatalog(kafka, shop.workspace);
  }

  @AfterEach
  void closeCatalog() {
    products.close();
  }

  @Test
  void whoeverViewedItIsShownItWithBothPricesAndNobodyElseIs() {
    costs(10, 5);
    UUID asked = did(UUID.randomUUID(), "Product Notification Requested", 2);
    did(viewer, "Product Viewed", 3);
    awaitInterested(2);
    costs(8, 5);
    await().untilAsserted(() -> assertEquals(1, shown("price-drops", viewer).size()));
    var drop = shown("price-drops", viewer).getFirst().getReason().getPriceDropped();
    assertEquals(8_000_000, drop.getPriceMicros());
    assertEquals(10_000_000, drop.getPreviousPriceMicros());
    assertEquals("GBP", drop.getCurrency());
    assertEquals(Interest.VIEWED, drop.getInterest());
    var both = many("price-drops", asked, stranger);
    assertEquals(
        Interest.ASKED,
        both.getRecommendationsOrThrow(asked.toString())
            .getItems(0)
            .getReason()
            .getPriceDropped()
            .getInterest());
    assertEquals(0, both.getRecommendationsOrThrow(stranger.toString()).getItemsCount());
    assertEquals(List.of(), shown("back-in-stock", viewer));
  }

  @Test
  void whatWasToldIsStillShownAndWhatWasBoughtSinceOrCostsAsMuchAgainIsNot() {
    costs(10, 0);
    did(viewer, "Product Viewed", 3);
    UUID buyer = did(UUID.randomUUID(), "Product Viewed", 3);
    awaitInterested(2);
    costs(8, 1);
    await().untilAsserted(() -> assertEquals(1, shown("price-drops", buyer).size()));
    did(viewer, "Product Price Dropped", 0);
    did(buyer, "Order Completed", 0);
    await().untilAsserted(() -> assertEquals(List.of(), shown("price-drops", buyer)));
    assertEquals(1, shown("price-drops", viewer).size());
    assertEquals(1, shown("back-in-stock", viewer).size());
    costs(10, 0);
    assertEquals(List.of(), shown("price-drops", viewer));
    assertEquals(List.of(), shown("back-in-stock", viewer));
  }

  @Test
  void itIsExplainedAsItIsShown() {
    costs(10, 1);
    did(viewer, "Product Viewed", 3);
    awaitInterested(1);
    costs(8, 1);
    var asked = ask("price-drops", viewer);
    var request = ExplainRequest.newBuilder().setRequest(asked).setProductId("cup").build();
    await()
        .untilAsserted(
            () -> assertEquals(Verdict.SHOWN, recommendations.explain(request).getVerdict()));
    assertEquals(
        1,
        recommendations.recommend(asked.toBuilder().setWithOrders(true).build()).getItemsCount());
  }

  private List<Item> shown(String strategy, UUID profile) {
    return recommendations.recommend(ask(strategy, profile)).getItemsList();
  }

  private RecommendRequest ask(String strategy, UUID profile) {
    return RecommendRequest.newBuilder()
        .setWorkspace(shop.workspace)
        .setStrategy(strategy)
        .setProfileId(profile.toString())
        .build();
  }

  private RecommendForProfilesResponse many(String strategy, UUID one, UUID other) {
    return recommendations.recommendForProfiles(
        RecommendForProfilesRequest.newBuilder()
            .setWorkspace(shop.workspace)
            .setStrategy(strategy)
            .addProfileIds(one.toString())
            .addProfileIds(other.toString())
            .build());
  }

  private UUID did(UUID profile, String event, int daysAgo) {
    var recorded =
        EventRecorded.newBuilder()
            .setMessageId(UUID.randomUUID().toString())
            .setType(EventType.TRACK)
            .setName(event)
            .setProperties("{\"product_id\": \"cup\"}")
            .setCommerce(
                Commerce.newBuilder()
                    .setValueMicros(1)
                    .addItems(LineItem.newBuilder().setProductId("cup").setQuantity(1)));
    var at = Instant.now().minus(Duration.ofDays(daysAgo)).getEpochSecond();
    shop.publish(
        ProfileActivity.newBuilder()
            .setWorkspace(shop.workspace)
            .setProfileId(profile.toString())
            .setRevision(revisions.merge(profile, 1, Integer::sum))
            .setOccurredAt(Timestamp.newBuilder().setSeconds(at))
            .setEventRecorded(recorded)
            .build());
    return profile;
  }

  private void awaitInterested(int count) {
    await().until(() -> rows("select from interest where workspace = $1") == count);
  }

  /** Waits until it is recorded: of what is told in one unit only the last counts. */
  private void costs(long pounds, long stock) {
    long micros = pounds * 1_000_000;
    products.puts(ShopCatalog.product("cup").setName("Cup").setPriceMicros(micros).setStock(stock));
    await()
        .until(() ->
            rows(
                    "select from catalog_product where workspace = $1 and price_micros = %d and stock = %d"
                        .formatted(micros, stock))
                == 1);
  }

  private int rows(String query) {
    return pool.preparedQuery(query).executeAndAwait(Tuple.of(shop.workspace)).rowCount();
  }
}
