package dev.perennial.systemtests;

import static dev.perennial.systemtests.PackagedStack.JSON;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a collector of traces is told by the packaged suite. */
class TracesTest {

  private static PackagedStack stack;
  private static Workspace workspace;

  private final String trace = UUID.randomUUID().toString().replace("-", "");

  @BeforeAll
  static void start() {
    stack = PackagedStack.shared();
    workspace = Workspace.create(stack, "traces");
  }

  @Test
  void theTraceOfAClientGoesOnThroughKafka() {
    traced()
        .auth()
        .preemptive()
        .basic(workspace.writeKey(), "")
        .body(JSON.createObjectNode().put("userId", "ann").put("event", "Seen").toString())
        .post("/v1/track")
        .then()
        .statusCode(200);
    awaitFrom("api-gateway");
    awaitFrom("profile-service");
  }

  @Test
  void theTraceOfAClientGoesOnThroughCallsOfServices() {
    traced()
        .header("Authorization", "Bearer " + workspace.secretKey())
        .get("/api/v1/profiles/user_id:nobody")
        .then()
        .statusCode(404);
    awaitFrom("api-gateway");
    awaitFrom("profile-service");
  }

  @Test
  void theIdentifierOfAPersonIsInNoSpan() {
    traced()
        .header("Authorization", "Bearer " + workspace.secretKey())
        .get("/api/v1/profiles/email:nobody@traces.example.com")
        .then()
        .statusCode(404);
    awaitFrom("api-gateway");
    awaitFrom("profile-service");
    assertFalse(stack.traces().mentions("nobody@traces.example.com"));
  }

  private void awaitFrom(String service) {
    await().atMost(Duration.ofMinutes(1)).until(() -> stack.traces().has(service, trace));
  }

  private RequestSpecification traced() {
    return given()
        .baseUri(stack.gateway().toString())
        .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
        .contentType("application/json");
  }
}
