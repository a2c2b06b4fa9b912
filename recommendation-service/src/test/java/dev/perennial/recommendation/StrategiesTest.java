package dev.perennial.recommendation;

import static dev.perennial.recommendation.ShopCatalog.product;
import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.contracts.recommendation.v1.Bundle;
import dev.perennial.contracts.recommendation.v1.BundleProduct;
import dev.perennial.contracts.recommendation.v1.Item;
import dev.perennial.contracts.recommendation.v1.ListBundlesRequest;
import dev.perennial.contracts.recommendation.v1.ListStrategiesRequest;
import dev.perennial.contracts.recommendation.v1.ListTrendingSearchesRequest;
import dev.perennial.contracts.recommendation.v1.RecommendRequest;
import dev.perennial.contracts.recommendation.v1.StrategyDescription;
import dev.perennial.contracts.recommendation.v1.StrategyNeed;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What strategies answer, from the stream to the answer. */
@QuarkusTest
class StrategiesTest extends ServiceTest {

  private static final String VIEWED = "Product Viewed";

  @Test
  void eachStrategySaysWhatItGoesByAndShows() {
    var all =
        recommendations
            .listStrategies(ListStrategiesRequest.getDefaultInstance())
            .getStrategiesList()
            .stream()
            .filter(strategy -> !strategy.getKey().equals(BrokenStrategy.KEY))
            .collect(Collectors.toMap(StrategyDescription::getKey, strategy -> strategy));
    assertEquals(14, all.size());
    all.values().forEach(one -> assertFalse(one.getShows().isBlank(), one.getKey()));
    assertEquals(List.of(), requireNonNull(all.get("best-sellers")).getGoesByList());
    assertEquals(
        List.of(StrategyNeed.PRODUCTS, StrategyNeed.PROFILE),
        requireNonNull(all.get("frequently-bought-together")).getGoesByList());
    assertEquals(
        List.of(StrategyNeed.PROFILE, StrategyNeed.CLICKS),
        requireNonNull(all.get("next-in-session")).getGoesByList());
  }

  @Test
  void theModelThatIsMadeOfTheOrdersServes() {
    orders(6, "cup", "saucer");
    orders(3, "cup", "spoon");
    orders(20, "other");
    awaitOrders(29);
    var counted = recommendFor("cup").getItems(0);
    assertEquals(counted.getReason().getBoughtTogether().getConfidence(), counted.getScore());
    orders(1, QuickTogetherModels.WANTED);
    await()
        .untilAsserted(() -> {
          var modelled = recommendFor("cup").getItems(0);
          assertEquals("saucer", modelled.getProductId());
          assertNotEquals(counted.getScore(), modelled.getScore());
          assertEquals(6, modelled.getReason().getBoughtTogether().getPairOrders());
          assertEquals(30, modelled.getReason().getBoughtTogether().getOrders());
        });
  }

  @Test
  void setsOfThreeComeWithWhatTheyCostTogether() {
    try (var catalog = new ShopCatalog(kafka, shop.workspace)) {
      catalog.puts(product("cup").setName("Cup").setPriceMicros(4_000_000));
      catalog.puts(product("saucer").setName("Saucer").setPriceMicros(2_000_000));
      catalog.puts(product("spoon").setName("Spoon").setPriceMicros(1_500_000));
    }
    orders(6, "cup", "saucer", "spoon");
    orders(20, "other");
    orders(1, QuickTogetherModels.WANTED);
    await()
        .untilAsserted(() -> {
          var bundles = bundles("cup");
          assertEquals(1, bundles.size());
          var bundle = bundles.getFirst();
          assertEquals(
              List.of("cup", "saucer", "spoon"),
              bundle.getProductsList().stream().map(BundleProduct::getProductId).toList());
          assertEquals(6, bundle.getBundleOrders());
          assertEquals(6 / 27.0, bundle.getSupport());
          assertEquals(7_500_000, bundle.getPriceMicros());
          assertEquals("GBP", bundle.getCurrency());
        });
  }

  @Test
  void noSetHoldsWhatTheShopTookOutNorIfAskedWhatIsOutOfStock() {
    orders(6, "cup", "saucer", "spoon");
    orders(6, "lamp", "bulb", "wire");
    orders(20, "other");
    try (var catalog = new ShopCatalog(kafka, shop.workspace)) {
      orders(1, QuickTogetherModels.WANTED);
      await().untilAsserted(() -> assertEquals(2, bundles("").size()));
      catalog.puts(product("spoon").setStock(0));
      await().untilAsserted(() -> assertEquals(0, bundlesInStock("cup").size()));
      assertEquals(1, bundles("cup").size());
      assertEquals(1, bundlesInStock("lamp").size());
      catalog.puts(product("wire"));
      catalog.takesOut("wire");
      await().untilAsserted(() -> assertEquals(0, bundles("lamp").size()));
    }
  }

  @Test
  void whatIsLookedAtMoreThanBeforeTrends() {
    visits(20, days(10), "lamp");
    visits(2, days(10), "cup");
    visits(10, Duration.ofHours(2), "cup");
    visits(2, Duration.ofHours(2), "lamp");
    await()
        .untilAsserted(() -> {
          var trending = items(request("trending"));
          assertEquals(List.of("cup"), ids(trending));
          var trend = trending.getFirst().getReason().getTrend();
          assertEquals(10, trend.getRecentSessions());
          assertEquals(2, trend.getPastSessions());
          assertTrue(trend.getTimesAtLeast() > 1);
        });
  }

  @Test
  void whatIsSearchedForMoreThanBeforeTrendsWhenThreeSearchedForIt() {
    for (int i = 0; i < 20; i++) {
      shop.searches(UUID.randomUUID(), minute(days(10)), "lamps");
    }
    for (int i = 0; i < 5; i++) {
      shop.searches(UUID.randomUUID(), minute(Duration.ofHours(2)), " Red  CUPS");
    }
    var other = UUID.randomUUID();
    shop.searches(other, minute(Duration.ofHours(2)), "a secret");
    shop.searches(other, minute(Duration.ofHours(4)), "a secret");
    await()
        .untilAsserted(() -> {
          var trends =
              recommendations
                  .listTrendingSearches(
                      ListTrendingSearchesRequest.newBuilder().setWorkspace(shop.workspace).build())
                  .getSearchesList();
          assertEquals(1, trends.size());
          assertEquals("red cups", trends.getFirst().getQuery());
          assertEquals(5, trends.getFirst().getProfiles());
        });
  }

  @Test
  void whatIsLookedAtTogetherIsSimilarAndInsteadOfEachOtherUnlessItIsBoughtTogether() {
    visits(12, days(1), "tea", "coffee");
    visits(20, days(1), "cup");
    visits(20, days(1), "saucer");
    orders(12, "cup", "saucer");
    orders(20, "tea");
    orders(20, "coffee");
    await()
        .untilAsserted(() -> {
          assertEquals(List.of("coffee"), ids(items(request("substitutes", "tea"))));
          assertEquals(List.of("saucer"), ids(items(request("complements", "cup"))));
          assertEquals(List.of(), ids(items(request("complements", "tea"))));
          var similar = items(request("similar", "tea"));
          assertEquals(List.of("coffee"), ids(similar));
          assertEquals(12, similar.getFirst().getReason().getSimilarity().getCommonSessions());
        });
    var instead = items(request("substitutes", "tea")).getFirst().getReason().getContrast();
    assertEquals(12, instead.getCommonSessions());
    assertEquals(0, instead.getCommonOrders());
    assertTrue(instead.getRatioAtLeast() >= 2);
  }

  @Test
  void aProductThatNobodyHasLookedAtYetIsLikeWhatTheCatalogSaysIsLikeIt() {
    try (var catalog = new ShopCatalog(kafka, shop.workspace)) {
      catalog.puts(product("new").setName("Blue tea cup").addCategories("Kitchen > Cups"));
      catalog.puts(product("old").setName("Red tea cup").addCategories("Kitchen > Cups"));
      catalog.puts(product("lamp").setName("Brass lamp").addCategories("Light"));
    }
    await()
        .untilAsserted(() -> {
          var similar = items(request("similar", "new"));
          assertEquals(List.of("old"), ids(similar));
          assertTrue(similar.getFirst().getReason().getSimilarity().getCategory() > 0.9);
        });
    var next = request("next-in-session").addClickedProductIds("new").build();
    assertEquals(List.of("old"), ids(recommendations.recommend(next).getItemsList()));
  }

  /** Each of a profile of its own, so long ago. */
  private void visits(int count, Duration ago, String... products) {
    for (int i = 0; i < count; i++) {
      var profile = UUID.randomUUID();
      for (String product : products) {
        shop.does(profile, VIEWED, minute(ago), product);
      }
    }
  }

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }

  private static int minute(Duration ago) {
    return (int) Duration.between(Activities.START, Instant.now().minus(ago)).toMinutes();
  }

  private List<Bundle> bundles(String product) {
    return recommendations
        .listBundles(
            ListBundlesRequest.newBuilder()
                .setWorkspace(shop.workspace)
                .setProductId(product)
                .build())
        .getBundlesList();
  }

  private List<Bundle> bundlesInStock(String product) {
    return recommendations
        .listBundles(
            ListBundlesRequest.newBuilder()
                .setWorkspace(shop.workspace)
                .setProductId(product)
                .setInStock(true)
                .build())
        .getBundlesList();
  }

  private RecommendRequest.Builder request(String strategy, String... products) {
    return RecommendRequest.newBuilder()
        .setWorkspace(shop.workspace)
        .setStrategy(strategy)
        .addAllProductIds(List.of(products));
  }

  private List<Item> items(RecommendRequest.Builder request) {
    return recommendations.recommend(request.build()).getItemsList();
  }

  private static List<String> ids(List<Item> items) {
    return items.stream().map(Item::getProductId).toList();
  }
}
