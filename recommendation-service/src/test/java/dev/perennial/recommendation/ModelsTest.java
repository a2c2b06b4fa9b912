package dev.perennial.recommendation;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.recommendation.BrittleModels.Made;
import dev.perennial.recommendation.shop.app.Shops;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When models are made. */
@QuarkusTest
class ModelsTest extends ServiceTest {

  @Inject BrittleModels models;
  @Inject Shops shops;
  @Inject MeterRegistry meters;

  @AfterEach
  void repair() {
    models.repair();
  }

  @Test
  void aModelIsMadeAfterOrdersComeAndAgainOnlyAfterChanges() {
    orders(3, "cup", "saucer");
    var first = awaitMadeOf(3);
    long looks = models.looks() + 5L * shops.workspaces().size();
    await().until(() -> models.looks() > looks);
    assertEquals(first, made());
    shop.buys(UUID.randomUUID(), "one more", 1, "tray");
    assertEquals(first.times() + 1, awaitMadeOf(4).times());
  }

  @Test
  void aModelThatCannotBeMadeIsSeenAndTriedAgain() {
    orders(1, "cup");
    var before = awaitMadeOf(1);
    models.breakDown();
    double failures = failures();
    shop.buys(UUID.randomUUID(), "second", 1, "cup");
    await().until(() -> failures() > failures + 1);
    assertEquals(before, made());
    RestAssured.get("/q/metrics")
        .then()
        .body(containsString("perennial_recommendation_model_failures_total{model=\"brittle\"}"));
    models.repair();
    awaitMadeOf(2);
  }

  private Made awaitMadeOf(int orders) {
    await().untilAsserted(() -> assertEquals(orders, made().orders()));
    return made();
  }

  private Made made() {
    return shops.read(shop.workspace, one -> one.model(Made.class).orElse(new Made(0, 0)));
  }

  private double failures() {
    return meters
        .get("perennial.recommendation.model.failures")
        .tag("model", "brittle")
        .counter()
        .count();
  }
}
