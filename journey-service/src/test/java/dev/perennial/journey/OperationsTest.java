package dev.perennial.journey;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class OperationsTest {

  @Test
  void theServiceSaysThatItIsReady() {
    get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "perennial_journey_runs_started_total",
        "perennial_journey_runs_ended_total{ending=\"exited\"}",
        "perennial_journey_messages_requested_total",
        "perennial_journey_timers_late_seconds_count"
      })
  void whatItDoesIsMeasured(String metric) {
    get("/q/metrics").then().statusCode(200).body(containsString(metric));
  }
}
