package dev.perennial.gateway.ingest.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.contracts.Shards;
import dev.perennial.contracts.Topics;
import dev.perennial.contracts.events.v1.AcceptedEvent;
import dev.perennial.contracts.events.v1.EventType;
import dev.perennial.contracts.events.v1.Source;
import dev.perennial.gateway.Tenant;
import dev.perennial.localstack.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
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
class IngestTest {

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private Tenant tenant;

  @BeforeEach
  void createTenant() {
    tenant = Tenant.create();
  }

  private RequestSpecification sender() {
    return sender(tenant);
  }

  private static RequestSpecification sender(Tenant tenant) {
    return given().auth().preemptive().basic(tenant.writeKey(), "").contentType("application/json");
  }

  @Test
  void anAnsweredEventIsInKafkaOnTheShardOfItsSubject() {
    sender()
        .body(
            """
            {"messageId": "m1", "userId": "u1", "anonymousId": "a1", "event": "Order Completed",
             "timestamp": "2026-01-02T03:04:05.678Z",
             "properties": {"total": 12.30, "note": "a\\u0000b"}, "context": {"ip": "1.1.1.1"}}
            """)
        .post("/v1/track")
        .then()
        .statusCode(200)
        .body("success", equalTo(true))
        .body("accepted", equalTo(1))
        .body("rejected", hasSize(0));
    var kept = AcceptedEvents.kept(kafka, Topics.EVENTS_ACCEPTED, tenant.workspace()).getFirst();
    AcceptedEvent event = kept.event();
    assertEquals(tenant.workspace() + ":u1", kept.key());
    assertEquals(new Shards(16).of(kept.key()), kept.partition());
    assertEquals(EventType.TRACK, event.getType());
    assertEquals("m1", event.getMessageId());
    assertEquals("a1", event.getAnonymousId());
    assertEquals("Order Completed", event.getName());
    assertEquals("{\"total\":12.30,\"note\":\"ab\"}", event.getProperties());
    assertEquals("{\"ip\":\"1.1.1.1\"}", event.getContext());
    assertEquals(1767323045, event.getOccurredAt().getSeconds());
    assertEquals(Source.API, event.getSource());
  }

  @Test
  void theValidItemsOfABatchGoThroughAndTheOthersAreListed() {
    sender()
        .body(
            """
            {"batch": [
              {"type": "track", "userId": "u1", "event": "A", "messageId": "m0"},
              {"type": "track", "event": "B", "messageId": "m1"},
              {"type": "oops", "userId": "u1", "messageId": "m2"},
              {"type": "track", "userId": "u1", "event": "C", "messageId": "m3", "timestamp": "soon"},
              {"type": "identify", "userId": "u1", "traits": {"a": 1}, "messageId": "m4"}]}
            """)
        .post("/v1/batch")
        .then()
        .statusCode(200)
        .body("accepted", equalTo(2))
        .body("rejected.index", equalTo(List.of(1, 2, 3)))
        .body("rejected.messageId", equalTo(List.of("m1", "m2", "m3")))
        .body("rejected.field", equalTo(List.of("/batch/1", "/batch/2/type", "/batch/3/timestamp")))
        .body("rejected[0].reason", containsString("userId"));
    assertEquals(
        List.of("m0", "m4"),
        AcceptedEvents.of(kafka, tenant.workspace()).stream()
            .map(AcceptedEvent::getMessageId)
            .toList());
  }

  @Test
  void eventsOfOneSubjectStayInTheirOrder() {
    String items =
        IntStream.range(0, 500)
            .mapToObj(
                i -> "{\"type\":\"track\",\"userId\":\"u%d\",\"event\":\"%d\"}".formatted(i % 7, i))
            .collect(Collectors.joining(","));
    sender().body("{\"batch\":[" + items + "]}").post("/v1/batch").then().statusCode(200);
    var events = AcceptedEvents.of(kafka, tenant.workspace());
    assertEquals(500, events.size());
    events.stream()
        .collect(Collectors.groupingBy(AcceptedEvent::getUserId))
        .forEach((user, own) -> {
          List<Integer> order = own.stream().map(e -> Integer.valueOf(e.getName())).toList();
          assertEquals(order.stream().sorted().toList(), order);
        });
    assertFalse(events.getFirst().getMessageId().isEmpty());
  }

  @Test
  void importsHaveATopicOfTheirOwn() {
    sender()
        .body("{\"batch\": [{\"type\": \"identify\", \"userId\": \"u1\"}]}")
        .post("/v1/import")
        .then()
        .statusCode(200);
    var imported = AcceptedEvents.kept(kafka, Topics.EVENTS_IMPORTED, tenant.workspace());
    assertEquals(Source.IMPORT, imported.getFirst().event().getSource());
    assertTrue(AcceptedEvents.of(kafka, tenant.workspace()).isEmpty());
  }

  @Test
  void brokenJsonIsRefusedWithItsPosition() {
    sender()
        .body("{\"batch\": [\n  {\"type\": }]}")
        .post("/v1/batch")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", containsString("line 2, column 12"));
  }

  @Test
  void aSingleEventThatIsNotValidIsRefusedWithItsReason() {
    sender()
        .body("{\"userId\": \"u1\"}")
        .post("/v1/track")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].pointer", equalTo("/event"))
        .body("errors[0].detail", equalTo("is missing"));
  }

  @Test
  void anEventThatIsTooLargeDoesNotStopItsNeighbours() {
    String large = "x".repeat(33_000);
    sender()
        .body(
            """
            {"batch": [{"type": "track", "userId": "u", "event": "A", "properties": {"p": "%s"}},
                       {"type": "track", "userId": "u", "event": "B"}]}
            """
                .formatted(large))
        .post("/v1/batch")
        .then()
        .statusCode(200)
        .body("accepted", equalTo(1))
        .body("rejected[0].field", equalTo("/batch/0"));
  }

  @Test
  void aWorkspaceMayBeGivenLargerEvents() {
    var shop = Tenant.createWith(Map.of("eventBytes", 256 * 1024));
    sender(shop)
        .body(Map.of("userId", "u", "event", "A", "properties", Map.of("p", "x".repeat(200_000))))
        .post("/v1/track")
        .then()
        .statusCode(200);
  }

  @Test
  void aBatchBeyondItsWorkspacesLimitsIsTooLarge() {
    var small = Tenant.createWith(Map.of("batchEvents", 2, "batchBytes", 1000));
    sender(small).body("{\"batch\": [1, 2, 3]}").post("/v1/batch").then().statusCode(413);
    sender(small)
        .body("{\"batch\": [\"" + "x".repeat(1000) + "\"]}")
        .post("/v1/batch")
        .then()
        .statusCode(413);
  }

  @Test
  void beyondItsRateAWorkspaceIsAskedToWait() {
    var slow = Tenant.createWith(Map.of("eventsPerSecond", 1));
    RequestSpecification sender = sender(slow);
    String three =
        "{\"batch\": [%s]}".formatted(String.join(",", List.of("{}", "{}", "{}", "{}", "{}")));
    sender.body(three).post("/v1/batch").then().statusCode(200);
    sender
        .body(three)
        .post("/v1/batch")
        .then()
        .statusCode(429)
        .header("Retry-After", notNullValue());
  }

  @Test
  void anUnknownOrMissingKeyIsRefused() {
    given().body("{}").post("/v1/track").then().statusCode(401);
    given()
        .auth()
        .preemptive()
        .basic("wk_nobody", "")
        .body("{")
        .post("/v1/track")
        .then()
        .statusCode(401)
        .contentType("application/problem+json");
  }
}
