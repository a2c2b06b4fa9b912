package dev.perennial.gateway.management;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(value = FakeServices.class, scope = TestResourceScope.GLOBAL)
class ManagementTest {

  private Tenant tenant;
  private String key;

  @BeforeEach
  void createTenant() {
    tenant = Tenant.create();
    key = tenant.secretKey();
  }

  private RequestSpecification api() {
    return Tenant.bearer(key).contentType(ContentType.JSON);
  }

  @Test
  void aSegmentsConditionIsAnObjectInBothDirections() {
    api()
        .body(
            "{\"name\": \"VIP\", \"condition\": {\"trait\": \"age\", \"is\": {\"atLeast\": 1.50}}}")
        .put("/api/v1/segments/vip")
        .then()
        .statusCode(200)
        .body("condition.trait", equalTo("age"))
        .body("state", equalTo("LIVE"))
        .body("changedAt", equalTo("2023-11-14T22:13:20Z"));
    assertTrue(api().get("/api/v1/segments/vip").asString().contains("\"atLeast\":1.50"));
    api().get("/api/v1/segments").then().body("segments.key", equalTo(List.of("vip")));
    api().delete("/api/v1/segments/vip").then().statusCode(204);
    api()
        .get("/api/v1/segments/vip")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("detail", equalTo("no such segment"));
  }

  @Test
  void tenantsNeverSeeEachOther() {
    api().body("{\"condition\": {}}").put("/api/v1/segments/mine").then().statusCode(200);
    String other = Tenant.create().secretKey();
    Tenant.bearer(other).get("/api/v1/segments/mine").then().statusCode(404);
    Tenant.bearer(other).get("/api/v1/segments").then().body("segments", hasSize(0));
    Tenant.bearer(other)
        .queryParam("workspace", tenant.workspace())
        .get("/api/v1/segments")
        .then()
        .statusCode(400);
    Tenant.bearer(other)
        .header("workspace", tenant.workspace())
        .get("/api/v1/segments")
        .then()
        .body("segments", hasSize(0));
    Tenant.bearer(other)
        .contentType(ContentType.JSON)
        .body("{\"workspace\": \"%s\", \"condition\": {}}".formatted(tenant.workspace()))
        .put("/api/v1/segments/theirs")
        .then()
        .statusCode(400);
    api().get("/api/v1/segments").then().body("segments.key", equalTo(List.of("mine")));
  }

  @Test
  void aRefusedFieldIsNamedByAPointerIntoTheBody() {
    api()
        .body("{\"condition\": {\"broken\": 1}}")
        .put("/api/v1/segments/x")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/condition/all/0"))
        .body("errors[0].detail", equalTo("is no condition"));
    api()
        .body("{\"condition\": \"text\"}")
        .put("/api/v1/segments/x")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/condition"));
    api()
        .body("{\"definition\": {\"broken\": 1}}")
        .put("/api/v1/journeys/x")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/definition/nodes/mail"));
    api()
        .body("{\"name\": \"\", \"definition\": {}}")
        .put("/api/v1/journeys/x")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/name"));
    api()
        .body("{}")
        .put("/api/v1/channels/email")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/passWord"));
    api().put("/api/v1/segments/x").then().statusCode(400);
  }

  @Test
  void aServiceThatIsAwayOrSlowIsAPassingFault() {
    api()
        .get("/api/v1/recommendations/pairs")
        .then()
        .statusCode(503)
        .header("Retry-After", notNullValue());
    api().get("/api/v1/segments/slow").then().statusCode(504);
  }

  @Test
  void membersComeInPages() {
    api()
        .queryParam("limit", 5)
        .queryParam("cursor", "p4")
        .get("/api/v1/segments/vip/members")
        .then()
        .body("members[0].profileId", equalTo("after p4"))
        .body("members[0].revision", equalTo(5))
        .body("nextCursor", equalTo("p9"));
  }

  @Test
  void aJourneyIsPublishedAndCounted() {
    api()
        .body("{\"name\": \"Win back\", \"definition\": {\"nodes\": {}}}")
        .put("/api/v1/journeys/win-back")
        .then()
        .body("state", equalTo("DRAFT"))
        .body("definition.nodes", notNullValue());
    Tenant.bearer(key).post("/api/v1/journeys/win-back/publish").then().body("version", equalTo(1));
    api()
        .body("{}")
        .post("/api/v1/journeys/win-back/pause")
        .then()
        .statusCode(409)
        .body("detail", containsString("never published"));
    api().get("/api/v1/journeys/win-back/stats").then().body("runsActive", equalTo(3));
  }

  @Test
  void templatesAndChannelsGoThrough() {
    api()
        .body(
            Map.of(
                "channel", "email",
                "subject", "Hi",
                "body", "<p/>",
                "recommendations", Map.of("strategy", "frequently-bought-together", "limit", 3)))
        .put("/api/v1/templates/win-back")
        .then()
        .body("recommendations.limit", equalTo(3));
    api()
        .body("{\"provider\": \"smtp\", \"host\": \"h\", \"port\": 25, \"password\": \"secret\"}")
        .put("/api/v1/channels/email")
        .then()
        .body("port", equalTo(25))
        .body("password", equalTo(null));
  }

  @Test
  void aTemplateSaysWhichProductsItShows() {
    api()
        .body(
            """
            {"channel": "email", "subject": "Hi", "body": "<p/>", "recommendations":
              {"strategy": "next-best", "fallbacks": ["best-sellers"], "rules": {"inStock": true},
               "limit": 3, "atLeast": 1}}
            """)
        .put("/api/v1/templates/win-back")
        .then()
        .body("recommendations.strategy", equalTo("next-best"))
        .body("recommendations.fallbacks[0]", equalTo("best-sellers"))
        .body("recommendations.placement", equalTo(null))
        .body("recommendations.rules.inStock", equalTo(true))
        .body("recommendations.atLeast", equalTo(1));
  }

  @Test
  void aPersonIsNamedByIdOrIdentifier() {
    api()
        .get("/api/v1/profiles/email:ann@example.com")
        .then()
        .body("id", equalTo("found-ann@example.com"))
        .body("traits.name", equalTo(tenant.workspace()))
        .body("netValue", equalTo(12.345678f));
    api().get("/api/v1/profiles/p1/segments").then().body("segments[0].segment", equalTo("of p1"));
    api().get("/api/v1/profiles/p1/messages").then().body("messages[0].id", equalTo("of p1"));
    api().get("/api/v1/profiles/user_id:7/runs").then().body("runs[0].id", equalTo("of found-7"));
    api()
        .get("/api/v1/profiles/p1/events")
        .then()
        .body("events[0].properties.total", equalTo(1.5f))
        .body("events[0].commerce.value", equalTo(1.5f));
  }

  @Test
  void messagesSayWhereTheyStandAndWhy() {
    api().get("/api/v1/messages/m1").then().body("status", equalTo("REFUSED"));
    api().get("/api/v1/messages/stats?journey=abc").then().body("sent", equalTo(3));
  }

  @Test
  void moneyIsExact() {
    String commerce = api().get("/api/v1/metrics/commerce").asString();
    assertTrue(commerce.contains("\"netValue\":9747747.93,"), commerce);
    assertTrue(commerce.contains("\"knownNetValue\":0.00"), commerce);
  }

  @Test
  void rejectionsAreTheTenantsOwnAndNameWhoDidNotAnswer() {
    var dead = new Tenant("dead-a");
    dead.limit(Map.of());
    Tenant.bearer(dead.secretKey())
        .get("/api/v1/rejections")
        .then()
        .body("rejections.id", equalTo(List.of("profile:2", "profile:0")))
        .body("unavailable", containsInAnyOrder("channel", "journey", "recommendation", "segment"));
    api().get("/api/v1/rejections").then().body("rejections", hasSize(0));
    Tenant.operator().get("/api/v1/rejections").then().body("rejections", hasSize(3));
  }

  @Test
  void aRejectionIsReplayedOrDiscardedByItsTenantOrTheOperator() {
    var dead = new Tenant("dead-a");
    dead.limit(Map.of());
    Tenant.bearer(dead.secretKey())
        .post("/api/v1/rejections/profile:0/replay")
        .then()
        .statusCode(200)
        .body("id", equalTo("profile:0"))
        .body("replayedAt", equalTo("2001-09-09T01:46:40Z"));
    Tenant.operator()
        .post("/api/v1/rejections/profile:1/discard")
        .then()
        .statusCode(200)
        .body("discardedAt", equalTo("2001-09-09T01:46:40Z"));
  }

  @Test
  void aRejectionOfAnotherTenantOrOfNoServiceIsNotFound() {
    var dead = new Tenant("dead-a");
    dead.limit(Map.of());
    for (String id : List.of("profile:1", "profile:7", "nobody:0", "0")) {
      for (String verb : List.of("replay", "discard")) {
        Tenant.bearer(dead.secretKey())
            .post("/api/v1/rejections/" + id + "/" + verb)
            .then()
            .statusCode(404);
      }
    }
  }

  @Test
  void aSecretKeyGoesAsFarAsItsScopes() {
    String reader =
        tenant.key(Map.of("kind", "secret", "scopes", List.of("segments:read", "journeys:write")));
    Tenant.bearer(reader).get("/api/v1/segments").then().statusCode(200);
    Tenant.bearer(reader).delete("/api/v1/segments/x").then().statusCode(403);
    Tenant.bearer(reader).get("/api/v1/journeys/x/stats").then().statusCode(200);
    Tenant.bearer(reader).get("/api/v1/metrics/commerce").then().statusCode(403);
    Tenant.bearer(tenant.writeKey()).get("/api/v1/segments").then().statusCode(401);
    given().get("/api/v1/segments").then().statusCode(401);
    Tenant.operator().get("/api/v1/segments").then().statusCode(403);
  }

  @Test
  void theApiDescribesEveryPath() {
    String openapi = given().get("/q/openapi").asString();
    for (String path :
        List.of(
            "/segments/{key}/members",
            "/journeys/{key}/publish",
            "/journeys/{key}/pause",
            "/journeys/{key}/stats",
            "/templates/{key}",
            "/channels/{channel}",
            "/profiles/{person}",
            "/profiles/{person}/events",
            "/profiles/{person}/segments",
            "/profiles/{person}/runs",
            "/profiles/{person}/messages",
            "/messages/{id}",
            "/messages/stats",
            "/recommendations/{strategy}",
            "/recommendations",
            "/recommendations/explain",
            "/recommendations/placements",
            "/recommendations/placements/{key}",
            "/recommendations/placements/{key}/items",
            "/recommendations/strategies",
            "/recommendations/pairs",
            "/recommendations/bundles",
            "/recommendations/searches",
            "/recommendations/metrics",
            "/catalog/products",
            "/catalog/products/{id}",
            "/metrics/commerce",
            "/rejections",
            "/rejections/{id}/replay",
            "/rejections/{id}/discard")) {
      assertTrue(openapi.contains("/api/v1" + path + ":"), path);
    }
  }

  @Test
  void theApiSaysWhichKeyEachRequestTakesAndHowItIsRefused() {
    String problem = "content.'application/problem+json'.schema.'$ref'";
    given()
        .get("/q/openapi?format=json")
        .then()
        .body("components.securitySchemes.secretKey.scheme", equalTo("bearer"))
        .body("components.schemas.Problem.properties.errors.type", equalTo("array"))
        .rootPath("paths.'/api/v1/recommendations/{strategy}'.get")
        .body("security[0]", hasKey("secretKey"))
        .body("responses.keySet()", hasItems("200", "400", "401", "403", "404", "429", "503"))
        .body("responses.'404'." + problem, equalTo("#/components/schemas/Problem"));
  }
}
