package dev.perennial.gateway.catalog.api;

import static java.util.Objects.requireNonNull;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.contracts.catalog.v1.Product;
import dev.perennial.contracts.catalog.v1.ProductTold;
import dev.perennial.gateway.Tenant;
import dev.perennial.gateway.management.FakeServices;
import dev.perennial.localstack.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(value = FakeServices.class, scope = TestResourceScope.GLOBAL)
class CatalogTest {

  private static final String PRODUCTS = "/api/v1/catalog/products";

  @Inject
  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private Tenant tenant;
  private String key;

  @BeforeEach
  void createTenant() {
    tenant = Tenant.create();
    key = tenant.secretKey();
  }

  private ValidatableResponse put(String json) {
    return Tenant.bearer(key).contentType(ContentType.JSON).body(json).put(PRODUCTS).then();
  }

  private ValidatableResponse csv(String text) {
    return Tenant.bearer(key)
        .contentType("text/csv; charset=UTF-8")
        .body(text)
        .post(PRODUCTS)
        .then();
  }

  private Map<String, Product> told() {
    return ProductsTold.of(kafka, tenant.workspace()).stream()
        .map(ProductTold::getProduct)
        .collect(Collectors.toMap(Product::getProductId, product -> product));
  }

  private Product told(String id) {
    return requireNonNull(told().get(id));
  }

  @Test
  void aProductIsTakenWithAllThatIsSaidOfIt() {
    put("""
    [{"id": "cup", "name": "Blue cup", "description": "A cup.", "brand": "A", "seller": "S",
      "categories": ["Home>Kitchen", "Gifts"], "price": 12.50, "cost": "7", "currency": "gbp",
      "stock": 3, "tags": ["New", "new"], "image_url": "https://i", "url": "https://u",
      "createdAt": "2026-01-31", "custom": {"colour": "blue"}}]
    """)
        .statusCode(200)
        .body("accepted", equalTo(1))
        .body("rejected", hasSize(0));
    Product cup = told("cup");
    assertEquals("Blue cup", cup.getName());
    assertEquals(List.of("Home > Kitchen", "Gifts"), cup.getCategoriesList());
    assertEquals(12_500_000, cup.getPriceMicros());
    assertEquals(7_000_000, cup.getCostMicros());
    assertEquals("GBP", cup.getCurrency());
    assertEquals(3, cup.getStock());
    assertEquals(List.of("new"), cup.getTagsList());
    assertEquals("https://i", cup.getImageUrl());
    assertEquals(1_769_817_600, cup.getCreatedAt().getSeconds());
    assertEquals("{\"colour\":\"blue\"}", cup.getCustom());
  }

  @Test
  void whatIsNotSaidIsNotTold() {
    put("{\"products\": [{\"id\": \"cup\"}]}").body("accepted", equalTo(1));
    Product cup = told("cup");
    assertFalse(cup.hasPriceMicros() || cup.hasStock() || cup.hasCreatedAt());
  }

  @Test
  void aProductThatIsRefusedTakesNoOtherWithIt() {
    put("""
    {"products": [{"id": "a"}, {"id": "b", "price": -1}, {"name": "nameless"},
      {"id": "c", "colour": "red"}, {"id": "d", "custom": []}, {"id": "e", "stock": 1.5}, 7,
      {"id": "f", "price": "much"}, {"id": "g", "createdAt": "once"}, {"id": "z"}]}
    """)
        .statusCode(200)
        .body("accepted", equalTo(2))
        .body("rejectedCount", equalTo(8))
        .body(
            "rejected.pointer",
            equalTo(
                List.of(
                    "/products/1/price",
                    "/products/2/id",
                    "/products/3/colour",
                    "/products/4/custom",
                    "/products/5/stock",
                    "/products/6",
                    "/products/7/price",
                    "/products/8/createdAt")))
        .body("rejected.reason[1]", equalTo("is required"));
    assertEquals(List.of("a", "z"), told().keySet().stream().sorted().toList());
  }

  @Test
  void aBodyThatHoldsNoProductsOrTooManyIsRefused() {
    put("{\"items\": []}").statusCode(400).body("errors[0].pointer", equalTo("/products"));
    String many =
        IntStream.rangeClosed(0, 1_000)
            .mapToObj("{\"id\": \"%d\"}"::formatted)
            .collect(Collectors.joining(",", "[", "]"));
    put(many).statusCode(400).contentType("application/problem+json");
    put("[{]").statusCode(400);
    assertTrue(told().isEmpty());
  }

  @Test
  void csvNamesItsFieldsInTheFirstRow() {
    csv("""
    \uFEFFID,Name,categories,price,image_url,Colour
    cup,"Blue, large",Home > Kitchen|Gifts,12.5,https://i,blue

    pot,,,,,
    """)
        .statusCode(200)
        .body("accepted", equalTo(2));
    Product cup = told("cup");
    assertEquals("Blue, large", cup.getName());
    assertEquals(List.of("Home > Kitchen", "Gifts"), cup.getCategoriesList());
    assertEquals(12_500_000, cup.getPriceMicros());
    assertEquals("https://i", cup.getImageUrl());
    assertEquals("{\"Colour\":\"blue\"}", cup.getCustom());
    assertEquals("{}", told("pot").getCustom());
  }

  @Test
  void aRowThatIsRefusedIsNamedByItsLine() {
    csv("id,price\ncup,1\npot,cheap\n,3\npan,4\na,b,c\n")
        .statusCode(200)
        .body("accepted", equalTo(2))
        .body("rejected.line", equalTo(List.of(3, 4, 6)))
        .body("rejected.pointer", equalTo(List.of("/price", "/id", "")));
  }

  @Test
  void aQuoteThatNeverClosesEndsTheReading() {
    csv("id,name\ncup,Cup\npot,\"Pot\n")
        .statusCode(200)
        .body("accepted", equalTo(1))
        .body("rejected[0].line", notNullValue());
  }

  @Test
  void csvMayBePartedBySemicolonsOrTabs() {
    csv("id;name\ncup;\"Cup, white; big\"\npot;Pot\n").statusCode(200).body("accepted", equalTo(2));
    csv("\uFEFFid\tname\r\ncup\tCup, white\r\n").statusCode(200).body("accepted", equalTo(1));
    csv("id,\"name;of;it\"\ncup,Cup\n").statusCode(200).body("accepted", equalTo(1));
  }

  @Test
  void csvWithoutAnIdColumnIsRefused() {
    csv("name\nCup\n").statusCode(400).body("errors[0].pointer", equalTo("id"));
    csv("").statusCode(400);
  }

  @Test
  void aLargeFileIsReadInPieces() {
    String rows =
        IntStream.range(0, 2_500).mapToObj("p%d,Name"::formatted).collect(Collectors.joining("\n"));
    csv("id,name\n" + rows).statusCode(200).body("accepted", equalTo(2_500));
    assertEquals(2_500, told().size());
  }

  @Test
  void takingAProductOutIsTold() {
    Tenant.bearer(key).delete(PRODUCTS + "/cup").then().statusCode(204);
    ProductTold told = ProductsTold.of(kafka, tenant.workspace()).getFirst();
    assertTrue(told.getDeleted());
    assertEquals("cup", told.getProduct().getProductId());
  }

  @Test
  void aProductThatCouldNotBeIsNotTakenOut() {
    Tenant.bearer(key).delete(PRODUCTS + "/" + "x".repeat(201)).then().statusCode(400);
    var raw = Tenant.bearer(key).urlEncodingEnabled(false);
    raw.delete(PRODUCTS + "/cup%00").then().statusCode(400);
    raw.delete(PRODUCTS + "/%09").then().statusCode(400);
    assertTrue(ProductsTold.of(kafka, tenant.workspace()).isEmpty());
  }

  @Test
  void aTimeThatNoStoreCanHoldIsRefused() {
    put("""
    [{"id": "a", "createdAt": "+999999-01-01T00:00:00Z"}, {"id": "b", "createdAt": "1969-12-31"},
     {"id": "c", "createdAt": "2201-01-01"}, {"id": "z", "createdAt": "2200-12-31"}]
    """)
        .body("rejected.pointer", equalTo(List.of("/0/createdAt", "/1/createdAt", "/2/createdAt")));
    assertEquals(List.of("z"), List.copyOf(told().keySet()));
  }

  @Test
  void onlyADescriptionHasLines() {
    put("""
    [{"id": "c\\u0000up", "name": "Blue\\ncup", "categories": ["Home\\n>\\tKitchen"],
      "tags": ["new\\r\\nin"], "description": "One.\\nTwo."}]
    """)
        .body("accepted", equalTo(1));
    Product cup = told("cup");
    assertEquals("Blue cup", cup.getName());
    assertEquals(List.of("Home > Kitchen"), cup.getCategoriesList());
    assertEquals(List.of("new in"), cup.getTagsList());
    assertEquals("One.\nTwo.", cup.getDescription());
  }

  @Test
  void productsAreReadOneByOneOrInPages() {
    Tenant.bearer(key)
        .get(PRODUCTS + "/cup")
        .then()
        .body("price", equalTo(12.5f))
        .body("brand", equalTo(tenant.workspace()))
        .body("source", equalTo("event"))
        .body("custom.colour", equalTo("red"));
    Tenant.bearer(key).get(PRODUCTS + "/pot").then().statusCode(404);
    Tenant.bearer(key)
        .get(PRODUCTS + "?cursor=c&limit=7&category=Home&brand=A")
        .then()
        .body("products[0].id", equalTo("after c"))
        .body("products[0].stock", equalTo(7))
        .body("products[0].categories", equalTo(List.of("Home")))
        .body("products[0].brand", equalTo("A"))
        .body("nextCursor", equalTo("n"));
    Tenant.bearer(key).get(PRODUCTS + "?limit=0").then().statusCode(400);
  }

  @Test
  void theCatalogTakesAKeyOfItsArea() {
    String reader = tenant.key(Map.of("kind", "secret", "scopes", List.of("catalog:read")));
    Tenant.bearer(reader).get(PRODUCTS).then().statusCode(200);
    Tenant.bearer(reader).delete(PRODUCTS + "/cup").then().statusCode(403);
    Tenant.bearer(tenant.writeKey()).get(PRODUCTS).then().statusCode(401);
  }
}
