package dev.perennial.gateway;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** A workspace of a test's own, made through the API. */
public record Tenant(String workspace) {

  private static final String OPERATOR = "operator-of-tests";

  public static Tenant create() {
    return createWith(Map.of());
  }

  public static Tenant createWith(Map<String, Integer> limits) {
    var tenant = new Tenant("t-" + UUID.randomUUID());
    tenant.limit(limits);
    return tenant;
  }

  public void limit(Map<String, Integer> limits) {
    operator()
        .body(Map.of("name", "Test", "limits", limits))
        .put("/api/v1/workspaces/" + workspace)
        .then()
        .statusCode(200);
  }

  public static RequestSpecification operator() {
    return bearer(OPERATOR).contentType(ContentType.JSON);
  }

  public static RequestSpecification bearer(String key) {
    return given().header("Authorization", "Bearer " + key);
  }

  public String writeKey() {
    return key(Map.of("name", "w", "kind", "write"));
  }

  public String secretKey() {
    return key(Map.of("name", "s", "kind", "secret"));
  }

  public String key(Map<String, Object> body) {
    return operator()
        .body(body)
        .post("/api/v1/workspaces/" + workspace + "/keys")
        .then()
        .statusCode(201)
        .extract()
        .path("key");
  }
}
