package dev.perennial.gateway.ingest.api;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.contracts.events.v1.AcceptedEvent;
import dev.perennial.contracts.events.v1.EventType;
import dev.perennial.gateway.Tenant;
import dev.perennial.localstack.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests in the shapes that unmodified SDKs send. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
class SdkRequestsTest {

  private static final RestAssuredConfig AS_SENT =
      RestAssuredConfig.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                  .encodeContentTypeAs("application/x-www-form-urlencoded", ContentType.BINARY));

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private Tenant tenant;
  private String key;

  @BeforeEach
  void createTenant() {
    tenant = Tenant.create();
    key = tenant.writeKey();
  }

  @Test
  void analyticsNextSendsPlainTextAndANullUserId() {
    given()
        .config(AS_SENT)
        .header("Authorization", "Basic " + base64(key + ":"))
        .contentType("text/plain")
        .body(
            """
            {"timestamp": "2026-11-21T10:00:00.000Z", "integrations": {}, "type": "track",
             "userId": null, "anonymousId": "a1", "event": "Seen", "properties": {},
             "context": {"page": {"path": "/"}}, "messageId": "ajs-next-1", "writeKey": "%s",
             "sentAt": "2026-11-21T10:00:01.000Z", "_metadata": {"bundled": []}}
            """
                .formatted(key))
        .post("/v1/t")
        .then()
        .statusCode(200);
    AcceptedEvent event = only();
    assertEquals("", event.getUserId());
    assertEquals("a1", event.getAnonymousId());
    var late = event.getReceivedAt().getSeconds() - event.getOccurredAt().getSeconds();
    assertEquals(1, late);
  }

  @Test
  void analyticsNodePutsTheKeyIntoTheBody() {
    given()
        .contentType("application/json")
        .header("X-Retry-Count", "1")
        .body(
            """
            {"batch": [{"type": "track", "userId": "u1", "event": "Seen", "messageId": "m1",
                        "timestamp": "2026-11-21T10:00:00.000Z"}],
             "writeKey": "%s", "sentAt": "2026-11-21T10:00:00.000Z"}
            """
                .formatted(key))
        .post("/v1/batch")
        .then()
        .statusCode(200)
        .body("accepted", equalTo(1));
    assertEquals(only().getReceivedAt(), only().getOccurredAt());
  }

  @Test
  void rudderNodeSendsGzippedJsonAsAForm() {
    given()
        .config(AS_SENT)
        .header("Authorization", "Basic " + base64(key + ":"))
        .header("Content-Encoding", "gzip")
        .contentType("application/x-www-form-urlencoded")
        .body(
            gzip(
                """
                {"batch": [{"type": "identify", "userId": "u1", "context": {"traits": {"plan": "x"}},
                            "messageId": "m1", "originalTimestamp": "2026-11-21T10:00:00.000Z"}],
                 "timestamp": "2026-11-21T10:00:00.000Z", "sentAt": "2026-11-21T10:00:00.000Z"}
                """))
        .post("/v1/batch")
        .then()
        .statusCode(200)
        .body("accepted", equalTo(1));
    assertEquals("{\"plan\":\"x\"}", only().getProperties());
  }

  @ParameterizedTest
  @CsvSource({"Basic, ''", "basic, ':'", "Basic, ':secret'"})
  void aBasicKeyNeedsNoColon(String scheme, String suffix) {
    given()
        .header("Authorization", scheme + " " + base64(key + suffix))
        .body("{\"userId\": \"u1\", \"name\": \"Home\"}")
        .post("/v1/page")
        .then()
        .statusCode(200);
  }

  @Test
  void aBearerTokenGoesWithTheKeyInTheBody() {
    Tenant.bearer("an-oauth-token")
        .body("{\"userId\": \"u1\", \"writeKey\": \"%s\"}".formatted(key))
        .post("/v1/identify")
        .then()
        .statusCode(200);
    Tenant.bearer(key).body("{\"userId\": \"u1\"}").post("/v1/identify").then().statusCode(200);
  }

  @Test
  void beaconsPutTheKeyIntoTheQuery() {
    given()
        .queryParam("writeKey", key)
        .body("{\"batch\": [{\"type\": \"page\", \"anonymousId\": \"a\"}]}")
        .post("/v1/b")
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @CsvSource({"i, IDENTIFY", "t, TRACK", "p, PAGE", "s, SCREEN", "g, GROUP", "a, ALIAS"})
  void initialsAreCallsToo(String initial, EventType type) {
    given()
        .queryParam("writeKey", key)
        .body("{\"userId\": \"u\", \"event\": \"E\", \"groupId\": \"g\", \"previousId\": \"p\"}")
        .post("/v1/" + initial)
        .then()
        .statusCode(200);
    assertEquals(type, only().getType());
  }

  @Test
  void theSdksOwnMetricsAreTaken() {
    given().body("{\"series\": []}").post("/v1/m").then().statusCode(200);
  }

  @Test
  void browsersMaySendFromAnywhereAndReadWhenToRetry() {
    given()
        .header("Origin", "https://shop.example.com")
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "authorization,content-type")
        .options("/v1/t")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", "https://shop.example.com")
        .header("Access-Control-Allow-Headers", containsString("authorization"));
    given()
        .header("Origin", "https://shop.example.com")
        .body("{}")
        .post("/v1/t")
        .then()
        .header("Access-Control-Expose-Headers", containsString("Retry-After"));
  }

  private AcceptedEvent only() {
    var events = AcceptedEvents.of(kafka, tenant.workspace());
    assertEquals(1, events.size());
    return events.getFirst();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static byte[] gzip(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }
}
