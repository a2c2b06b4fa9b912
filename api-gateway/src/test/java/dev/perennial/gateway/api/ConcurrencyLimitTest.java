package dev.perennial.gateway.api;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.notNullValue;

import dev.perennial.localstack.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
class ConcurrencyLimitTest {

  @ConfigProperty(name = "perennial.gateway.max-in-flight")
  int most;

  private final List<Socket> unfinished = new ArrayList<>();

  /** As many requests as there is room for, whose bodies are still on their way. */
  @BeforeEach
  void fill() throws IOException {
    for (int i = 0; i < most; i++) {
      var socket = new Socket("localhost", RestAssured.port);
      unfinished.add(socket);
      socket
          .getOutputStream()
          .write(
              "POST /v1/track HTTP/1.1\r\nHost: test\r\nContent-Length: 9\r\n\r\n"
                  .getBytes(US_ASCII));
    }
    await().until(() -> status("/v1/none") == 503);
  }

  @AfterEach
  void close() throws IOException {
    for (var socket : unfinished) {
      socket.close();
    }
    await().until(() -> status("/v1/none") == 404);
  }

  @Test
  void whoIsOneTooManyIsToldToComeAgainAndABrowserMayReadIt() {
    given()
        .header("Origin", "https://shop.example")
        .get("/v1/none")
        .then()
        .statusCode(503)
        .header("Retry-After", "1")
        .header("Access-Control-Allow-Origin", notNullValue())
        .contentType(Problem.MEDIA_TYPE)
        .body("detail", containsString("try again"));
  }

  @Test
  void healthAndMetricsAreAnsweredAllTheSame() {
    given().get("/q/health/live").then().statusCode(200);
    given()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("perennial_gateway_refused_total"));
  }

  private static int status(String path) {
    return given().get(path).statusCode();
  }
}
