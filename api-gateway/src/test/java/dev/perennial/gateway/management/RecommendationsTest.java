package dev.perennial.gateway.management;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.contracts.recommendation.v1.Preference;
import dev.perennial.contracts.recommendation.v1.RecommendRequest;
import dev.perennial.contracts.recommendation.v1.Rules;
import dev.perennial.gateway.Tenant;
import dev.perennial.localstack.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of a question reaches the service, and how its answer looks. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(value = FakeServices.class, scope = TestResourceScope.GLOBAL)
class RecommendationsTest {

  private static final String PATH = "/api/v1/recommendations";

  private Tenant tenant;

  @BeforeEach
  void createTenant() {
    tenant = Tenant.create();
  }

  private RequestSpecification api() {
    return Tenant.bearer(tenant.secretKey()).contentType(ContentType.JSON);
  }

  @Test
  void eachParameterReachesTheService() {
    api()
        .get(
            PATH
                + "/next-best?product=a&product=b,c&click=d&category=Toys&country=France"
                + "&explore=0.25&fallback=trending,best-sellers&limit=3&in_stock=true&brand=Acme"
                + "&min_price=1.5&max_price=9&price_currency=EUR&exclude_bought=true&exclude=x&visitor=v&orders=true"
                + "&profile=0190a000-0000-7000-8000-000000000000")
        .then()
        .statusCode(200);
    assertEquals(
        RecommendRequest.newBuilder()
            .setWorkspace(tenant.workspace())
            .setStrategy("next-best")
            .addAllProductIds(List.of("a", "b", "c"))
            .addClickedProductIds("d")
            .setCategory("Toys")
            .setCountry("France")
            .setExplore(0.25)
            .addAllFallbacks(List.of("trending", "best-sellers"))
            .setLimit(3)
            .addExcludedProductIds("x")
            .setWithOrders(true)
            .setVisitorId("v")
            .setProfileId("0190a000-0000-7000-8000-000000000000")
            .setRules(
                Rules.newBuilder()
                    .setInStock(true)
                    .addCategories("Toys")
                    .addBrands("Acme")
                    .setMinPriceMicros(1_500_000)
                    .setMaxPriceMicros(9_000_000)
                    .setPriceCurrency("EUR")
                    .setExcludeBought(true))
            .build(),
        FakeRecommendations.last());
  }

  @Test
  void allRulesComeAsJson() {
    api()
        .body(
            """
            {"strategy": "similar", "productIds": ["a"], "profile": "user_id:7",
             "rules": {"minMargin": 0.2, "minPrice": 0.99, "pinnedProductIds": ["p"],
                       "maxPerBrand": 2, "excludedCategories": ["Toys"],
                       "preferences": [{"tag": "new", "factor": 1.5}]}}
            """)
        .post(PATH)
        .then()
        .statusCode(200);
    assertEquals(
        RecommendRequest.newBuilder()
            .setWorkspace(tenant.workspace())
            .setStrategy("similar")
            .addProductIds("a")
            .setProfileId("found-7")
            .setRules(
                Rules.newBuilder()
                    .setMinMargin(0.2)
                    .setMinPriceMicros(990_000)
                    .addPinnedProductIds("p")
                    .setMaxPerBrand(2)
                    .addExcludedCategories("Toys")
                    .addPreferences(Preference.newBuilder().setTag("new").setFactor(1.5)))
            .build(),
        FakeRecommendations.last());
  }

  @Test
  void anItemSaysWhatServedItAndWhyAndWhatAPageNeeds() {
    String json = api().get(PATH + "/frequently-bought-together?product=cup").asString();
    assertTrue(json.contains("\"price\":12.50,"), json);
    api()
        .get(PATH + "/frequently-bought-together?product=cup")
        .then()
        .body("recommendationId", equalTo("r"))
        .body("items[0].recommendationId", equalTo("-.-.frequently-bought-together.x"))
        .body("items[0].strategy", equalTo("frequently-bought-together"))
        .body("items[0].pinned", equalTo(false))
        .body("items[0].currency", equalTo("EUR"))
        .body("items[0].brand", nullValue())
        .body("items[0].stock", equalTo(4))
        .body("items[0].evidence.kind", equalTo("boughtTogether"))
        .body("items[0].evidence.seedProductId", equalTo("cup"))
        .body("items[0].evidence.pairOrders", equalTo(3))
        .body("orders", equalTo(7));
  }

  @Test
  void theOrdersBehindAnItemAreNamedWhenTheyAreAskedFor() {
    String path = PATH + "/frequently-bought-together?product=cup";
    api().get(path).then().body("items[0].evidence.orderIds", nullValue());
    api()
        .get(path + "&orders=true")
        .then()
        .body("items[0].evidence.orderIds", equalTo(List.of("1002", "1001")));
    api()
        .body("{\"strategy\": \"similar\", \"withOrders\": true}")
        .post(PATH)
        .then()
        .body("items[0].evidence.orderIds", equalTo(List.of("1002", "1001")));
  }

  @Test
  void someoneWhoIsNotKnownYetIsANewcomer() {
    api().get(PATH + "/next-best?profile=user_id:nobody").then().statusCode(200);
    String first = FakeRecommendations.last().getProfileId();
    api().get(PATH + "/next-best?profile=user_id:nobody").then().statusCode(200);
    assertEquals(first, FakeRecommendations.last().getProfileId());
    assertEquals(36, first.length());
  }

  @Test
  void whileNobodyCanBeLookedUpAPageShowsWhatAVisitorWouldSee() {
    api().get(PATH + "/trending?profile=user_id:away&visitor=v").then().statusCode(200);
    assertEquals("", FakeRecommendations.last().getProfileId());
    assertEquals("v", FakeRecommendations.last().getVisitorId());
    api()
        .get(PATH + "/for-a-person?profile=user_id:away")
        .then()
        .statusCode(503)
        .header("Retry-After", notNullValue());
    api()
        .body(
            "{\"request\": {\"strategy\": \"trending\", \"profile\": \"user_id:away\"}, \"productId\": \"a\"}")
        .post(PATH + "/explain")
        .then()
        .statusCode(503);
  }

  @Test
  void strategiesSayWhatTheyGoByAndShow() {
    api()
        .get(PATH + "/strategies")
        .then()
        .statusCode(200)
        .body("strategies[0].strategy", equalTo("next-in-session"))
        .body("strategies[0].shows", equalTo("What comes next"))
        .body("strategies[0].goesBy", equalTo(List.of("profile", "clicks")));
  }

  @Test
  void itIsSaidWhyNot() {
    api()
        .body("{\"request\": {\"strategy\": \"trending\"}, \"productId\": \"cup\"}")
        .post(PATH + "/explain")
        .then()
        .statusCode(200)
        .body("productId", equalTo("cup"))
        .body("verdict", equalTo("TOO_MANY_ALIKE"))
        .body("placement", equalTo("cart"))
        .body("variant", equalTo("b"))
        .body("links[0].removedBy", equalTo(List.of("in-stock")))
        .body("links[0].adjustedScore", equalTo(1.0f));
  }

  @Test
  void whatIsWrongIsNamedAsTheRequestNamesIt() {
    assertEquals("explore", wrongParameter("explore=much"));
    assertEquals("min_price", wrongParameter("min_price=0.0000001"));
    assertEquals("in_stock", wrongParameter("in_stock=perhaps"));
    assertEquals("orders", wrongParameter("orders=some"));
    assertEquals("limit", wrongParameter("limit=0"));
    assertEquals("product", wrongParameter("category=/product_ids"));
    assertEquals("max_price", wrongParameter("category=/rules/max_price_micros"));
    assertEquals(
        "/productIds", wrongField("{\"strategy\": \"broken\", \"category\": \"/product_ids\"}"));
    assertEquals(
        "/rules/maxPrice",
        wrongField("{\"strategy\": \"broken\", \"category\": \"/rules/max_price_micros\"}"));
    assertEquals(
        "/rules/preferences/0", wrongField("{\"rules\": {\"preferences\": [{\"factor\": 2}]}}"));
    assertEquals("/limit", wrongField("{\"limit\": 0}"));
    api()
        .body("{\"request\": {}}")
        .post(PATH + "/explain")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/productId"));
  }

  @Test
  void searchesThatTrendAreListedWithTheirFigures() {
    api()
        .get(PATH + "/searches")
        .then()
        .statusCode(200)
        .body("searches[0].query", equalTo("cups"))
        .body("searches[0].profiles", equalTo(4))
        .body("searches[0].timesAtLeast", equalTo(2.5f));
  }

  @Test
  void bundlesComeWithWhatTheyCostTogether() {
    String json = api().get(PATH + "/bundles?product=cup&limit=3").asString();
    assertTrue(json.contains("\"price\":7.50,"), json);
    api()
        .get(PATH + "/bundles?product=cup&limit=3")
        .then()
        .statusCode(200)
        .body("bundles[0].products.productId", equalTo(List.of("cup", "saucer")))
        .body("bundles[0].bundleOrders", equalTo(3))
        .body("bundles[0].currency", equalTo("EUR"))
        .body("orders", equalTo(20));
  }

  @Test
  void bundlesCanBeAskedForInStock() {
    api()
        .get(PATH + "/bundles?product=cup&limit=3&in_stock=true")
        .then()
        .body("bundles[0].bundleOrders", equalTo(0));
  }

  @Test
  void aPlacementIsReadAsItWasWritten() {
    String cart =
        """
        {"name": "Cart", "rules": {"inStock": true, "minPrice": 1.25, "priceCurrency": "EUR", "maxPerBrand": 2},
         "variants": [
           {"name": "a", "weight": 9, "strategies": ["next-best", "best-sellers"]},
           {"name": "b", "strategies": ["trending"],
            "rules": {"preferences": [{"brand": "Acme", "factor": 2}]}}]}
        """;
    api().body(cart).put(PATH + "/placements/cart").then().statusCode(200);
    String json =
        api()
            .get(PATH + "/placements/cart")
            .then()
            .body("name", equalTo("Cart"))
            .body("rules.inStock", equalTo(true))
            .body("rules.priceCurrency", equalTo("EUR"))
            .body("rules.maxPerCategory", nullValue())
            .body("variants[0].strategies", equalTo(List.of("next-best", "best-sellers")))
            .body("variants[0].rules", nullValue())
            .body("variants[1].weight", equalTo(1))
            .body("variants[1].rules.preferences[0].brand", equalTo("Acme"))
            .extract()
            .asString();
    assertTrue(json.contains("\"minPrice\":1.25"), json);
    api().get(PATH + "/placements").then().body("placements.key", equalTo(List.of("cart")));
    api().delete(PATH + "/placements/cart").then().statusCode(204);
    api().get(PATH + "/placements/cart").then().statusCode(404);
    api()
        .body("{}")
        .put(PATH + "/placements/cart")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/rules/pinnedProductIds"));
  }

  @Test
  void aPlacementsItemsAreAskedForByItsKey() {
    api().get(PATH + "/placements/cart/items?visitor=v&product=a").then().statusCode(200);
    assertEquals(
        RecommendRequest.newBuilder()
            .setWorkspace(tenant.workspace())
            .setPlacement("cart")
            .setVisitorId("v")
            .addProductIds("a")
            .setLimit(10)
            .setRules(Rules.getDefaultInstance())
            .build(),
        FakeRecommendations.last());
  }

  @Test
  void theScopeToReadIsEnoughToAsk() {
    String reader = tenant.key(Map.of("kind", "secret", "scopes", List.of("recommendations:read")));
    Tenant.bearer(reader)
        .contentType(ContentType.JSON)
        .body("{\"strategy\": \"trending\"}")
        .post(PATH)
        .then()
        .statusCode(200);
    Tenant.bearer(reader)
        .contentType(ContentType.JSON)
        .body("{}")
        .post("/api/v1/journeys/x/publish")
        .then()
        .statusCode(403);
  }

  private String wrongParameter(String query) {
    return api()
        .get(PATH + "/broken?" + query)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .extract()
        .path("errors[0].pointer");
  }

  private String wrongField(String body) {
    return api().body(body).post(PATH).then().statusCode(400).extract().path("errors[0].pointer");
  }

  @Test
  void theFiguresOfAStrategyComeWithTheirIntervals() {
    api()
        .get(PATH + "/metrics?from=2026-11-01&to=2026-11-30")
        .then()
        .statusCode(200)
        .body("metrics[0].strategy", equalTo("next-best"))
        .body("metrics[0].value", equalTo(2.5f))
        .body("metrics[0].clickThrough.numerator", equalTo(1))
        .body("metrics[0].clickThrough.high", equalTo(0.4f))
        .body("metrics[0].conversion.low", nullValue());
  }

  @Test
  void aDayThatIsMissingIsNamedByItsParameter() {
    api()
        .get(PATH + "/metrics?to=2026-11-30")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("from"));
  }
}
