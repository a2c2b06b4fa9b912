package dev.perennial.gateway.workspace.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.gateway.Tenant;
import dev.perennial.localstack.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
class WorkspacesTest {

  private Tenant tenant;
  private String path;

  @BeforeEach
  void createTenant() {
    tenant = Tenant.create();
    path = "/api/v1/workspaces/" + tenant.workspace();
  }

  @Test
  void puttingAWorkspaceAgainChangesItAndKeepsItsCreation() {
    String createdAt = Tenant.operator().get(path).path("createdAt");
    Tenant.operator()
        .body("{\"name\": \"Shop\", \"limits\": {\"eventBytes\": 262144}}")
        .put(path)
        .then()
        .statusCode(200)
        .body("name", equalTo("Shop"))
        .body("createdAt", equalTo(createdAt))
        .body("limits.eventBytes", equalTo(262144))
        .body("limits.batchEvents", equalTo(2500));
    Tenant.operator()
        .get("/api/v1/workspaces")
        .then()
        .body("workspaces.key", hasItem(tenant.workspace()));
  }

  @Test
  void aWrongFieldIsNamedByItsPointer() {
    Tenant.operator()
        .body("{\"limits\": {\"eventBytes\": 0}}")
        .put(path)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].pointer", equalTo("/limits/eventBytes"));
    Tenant.operator().body("{}").put("/api/v1/workspaces/Not_a_slug").then().statusCode(400);
    Tenant.operator()
        .body("{\"limits\": {\"eventBytes\": \"many\"}}")
        .put(path)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/limits/eventBytes"));
    Tenant.operator()
        .body("{\"name\": ")
        .put(path)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", containsString("line 1"));
  }

  @Test
  void aKeyIsShownOnceAndDeletedForGood() {
    String key = tenant.writeKey();
    Tenant.operator()
        .get(path + "/keys")
        .then()
        .body("keys[0].prefix", startsWith("wk_"))
        .body("keys[0].key", nullValue());
    send(key, 200);
    String id = Tenant.operator().get(path + "/keys").path("keys[0].id");
    Tenant.operator().delete(path + "/keys/" + id).then().statusCode(204);
    send(key, 401);
    Tenant.operator().delete(path + "/keys/" + id).then().statusCode(404);
  }

  @Test
  void onlyTheOperatorManagesWorkspaces() {
    given().get("/api/v1/workspaces").then().statusCode(401);
    Tenant.bearer("wrong").get("/api/v1/workspaces").then().statusCode(401);
    Tenant.bearer(tenant.writeKey()).get("/api/v1/workspaces").then().statusCode(401);
    Tenant.bearer(tenant.secretKey()).get("/api/v1/workspaces").then().statusCode(403);
    Tenant.bearer(tenant.secretKey()).get(path + "/keys").then().statusCode(403);
  }

  @Test
  void aKeyOfAWorkspaceThatIsNotThereIsNotFound() {
    Tenant.operator()
        .body("{\"kind\": \"write\"}")
        .post("/api/v1/workspaces/nowhere/keys")
        .then()
        .statusCode(404);
  }

  @Test
  void aScopeThatDoesNotExistIsRefused() {
    Tenant.operator()
        .body(Map.of("kind", "secret", "scopes", List.of("segments:read", "everything")))
        .post(path + "/keys")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/scopes/1"));
  }

  @Test
  void theApiDescribesItself() {
    String openapi = given().get("/q/openapi").asString();
    for (String documented :
        List.of(
            "/v1/track:", "/v1/batch:", "/v1/import:", "/api/v1/workspaces/{workspace}/keys:")) {
      assertEquals(true, openapi.contains(documented), documented);
    }
    given().get("/q/openapi").then().body(not(containsString("initial")));
  }

  private static void send(String key, int status) {
    given()
        .queryParam("writeKey", key)
        .body("{\"userId\": \"u\"}")
        .post("/v1/identify")
        .then()
        .statusCode(status);
  }
}
