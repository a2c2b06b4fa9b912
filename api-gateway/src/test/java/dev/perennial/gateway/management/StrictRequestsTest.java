package dev.perennial.gateway.management;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.gateway.Tenant;
import dev.perennial.localstack.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a request says and the API cannot mean is refused, with its name. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(value = FakeServices.class, scope = TestResourceScope.GLOBAL)
class StrictRequestsTest {

  private static final String PATH = "/api/v1/recommendations";

  private Tenant tenant;

  @BeforeEach
  void createTenant() {
    tenant = Tenant.create();
  }

  private RequestSpecification api() {
    return Tenant.bearer(tenant.secretKey()).contentType(ContentType.JSON);
  }

  private ValidatableResponse refused(String body) {
    return api().body(body).post(PATH).then().statusCode(400);
  }

  private void refused(String pointer, String body) {
    refused(body).body("errors[0].pointer", equalTo(pointer));
  }

  @Test
  @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aPriceOfAHundredMillionDigitsIsRefusedAtOnce() {
    api()
        .get(PATH + "/similar?product=a&min_price=1e100000000")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("min_price"));
    refused("/rules/maxPrice", "{\"rules\": {\"maxPrice\": 1e10000000}}");
    refused("/rules/minPrice", "{\"rules\": {\"minPrice\": 10000000000000}}");
    refused("/rules/minPrice", "{\"rules\": {\"minPrice\": 1e-100000000}}");
  }

  @Test
  void nullInAListIsNamed() {
    refused("/productIds/1", "{\"productIds\": [\"a\", null]}");
    refused("/rules/preferences/0", "{\"rules\": {\"preferences\": [null]}}");
    refused("/rules/brands/0", "{\"rules\": {\"brands\": [null]}}");
    api()
        .body("{\"variants\": [null]}")
        .put(PATH + "/placements/cart")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/variants/0"))
        .body("errors[0].detail", equalTo("must not be null"));
  }

  @Test
  void aFieldThatNobodyKnowsIsNamedAndSoAreThoseThatThereAre() {
    refused("/rules/in_stock", "{\"strategy\": \"similar\", \"rules\": {\"in_stock\": true}}");
    refused("/click", "{\"strategy\": \"similar\", \"click\": \"a\"}");
    refused("{\"rules\": {\"a/b~c\": 1}}")
        .body("errors[0].pointer", equalTo("/rules/a~1b~0c"))
        .body("errors[0].detail", containsString("inStock"));
    api()
        .body("{\"variants\": [{\"strategy\": \"similar\"}]}")
        .put(PATH + "/placements/cart")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/variants/0/strategy"));
  }

  @Test
  void aParameterThatNobodyKnowsIsNamed() {
    assertEquals("inStock", wrongParameter(PATH + "/similar?product=a&inStock=true"));
    assertEquals("products", wrongParameter(PATH + "/bundles?products=a"));
    assertEquals("min_margin", wrongParameter(PATH + "/placements/cart/items?min_margin=0.2"));
    assertEquals("brands", wrongParameter("/api/v1/catalog/products?brands=a"));
  }

  @Test
  void aStrategyThatThereIsNotIsNotFoundByItsPathAndAMistakeInABody() {
    api()
        .get(PATH + "/guess?product=a")
        .then()
        .statusCode(404)
        .body("detail", containsString("there are similar"));
    refused("/strategy", "{\"strategy\": \"guess\"}");
    refused("/fallbacks/0", "{\"strategy\": \"missing\", \"fallbacks\": [\"guess\"]}");
    assertEquals("fallback", wrongParameter(PATH + "/missing?fallback=guess"));
    assertEquals("brand", wrongParameter(PATH + "/broken?category=/rules/brands/3"));
  }

  @Test
  void aBodyThatNoServiceTakesIsTooLarge() {
    api()
        .body("{\"strategy\": \"" + "x".repeat(4_000_000) + "\"}")
        .post(PATH)
        .then()
        .statusCode(413)
        .contentType("application/problem+json");
  }

  @Test
  void whoeverAsksTooMuchIsToldToWait() {
    tenant.limit(Map.of("recommendationsPerSecond", 1));
    String key = tenant.secretKey();
    var answers =
        Stream.generate(() -> Tenant.bearer(key).get(PATH + "/trending"))
            .limit(200)
            .filter(answer -> answer.statusCode() == 429)
            .findFirst();
    assertEquals("1", answers.orElseThrow().header("Retry-After"));
    Tenant.bearer(key).get("/api/v1/segments").then().statusCode(200);
    given().get("/q/metrics").then().body(containsString("perennial_gateway_paced_total"));
  }

  @Test
  void whatNoStoreCanHoldIsNotLookedFor() {
    api()
        .urlEncodingEnabled(false)
        .get("/api/v1/catalog/products?brand=%00")
        .then()
        .statusCode(400);
    api().urlEncodingEnabled(false).get(PATH + "/simi%00lar?product=a").then().statusCode(400);
    api()
        .body("{\"strategy\": \"simi\\u0000lar\", \"productIds\": [\"\\ud800a\\u0000\"]}")
        .post(PATH)
        .then()
        .statusCode(200);
    assertEquals("similar", FakeRecommendations.last().getStrategy());
    assertEquals("\ufffda", FakeRecommendations.last().getProductIds(0));
  }

  private String wrongParameter(String path) {
    return api().get(path).then().statusCode(400).extract().path("errors[0].pointer");
  }
}
