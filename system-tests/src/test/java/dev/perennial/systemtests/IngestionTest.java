package dev.perennial.systemtests;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a client sees of the gateway of the packaged suite. */
class IngestionTest {

  private static PackagedStack stack;
  private static Workspace workspace;

  @BeforeAll
  static void start() {
    stack = PackagedStack.shared();
    workspace = Workspace.create(stack, "ingestion");
  }

  @Test
  void aWrongKeyIsUnauthorized() {
    client("wrong")
        .body("{\"userId\":\"a\",\"event\":\"x\"}")
        .post("/v1/track")
        .then()
        .statusCode(401);
  }

  @Test
  void brokenJsonIsABadRequestThatSaysWhere() {
    client(workspace.writeKey())
        .body("{\"batch\":[\n  {\"userId\": oops}]}")
        .post("/v1/batch")
        .then()
        .statusCode(400)
        .body("detail", containsString("line 2"));
  }

  @Test
  void anEventWithoutIdentityIsListedWhileItsNeighboursGoThrough() {
    client(workspace.writeKey())
        .body(
            """
            {"batch": [
              {"type": "track", "messageId": "n1", "userId": "neighbour", "event": "One"},
              {"type": "track", "messageId": "n2", "event": "Nobody"},
              {"type": "track", "messageId": "n3", "userId": "neighbour", "event": "Three"}]}
            """)
        .post("/v1/batch")
        .then()
        .statusCode(200)
        .body("rejected", hasSize(1))
        .body("rejected[0].index", equalTo(1))
        .body("rejected[0].messageId", equalTo("n2"))
        .body("rejected[0].reason", not(equalTo("")));
    var api = workspace.api(stack);
    await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .untilAsserted(() ->
            assertEquals(
                2, api.get("/api/v1/profiles/user_id:neighbour/events").path("events").size()));
  }

  private static RequestSpecification client(String writeKey) {
    return given()
        .baseUri(stack.gateway().toString())
        .auth()
        .preemptive()
        .basic(writeKey, "")
        .contentType("application/json");
  }
}
