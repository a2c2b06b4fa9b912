package dev.perennial.systemtests;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.demo.PublicApi;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What recommendation-service has in memory outlives its process. */
class WarmStartTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static PackagedStack stack;

  @BeforeAll
  static void start() {
    stack = PackagedStack.shared();
  }

  @Test
  void aServiceThatIsStoppedGoesOnFromWhatItKnew() {
    var workspace = Workspace.create(stack, "warm-start");
    var writer = workspace.writer(stack);
    var api = workspace.api(stack);
    for (int i = 0; i < 3; i++) {
      writer.post("/v1/track", Workspace.order("customer-" + i, "" + i));
    }
    awaitPairs(api, 3);

    var before = await().atMost(PATIENCE).until(this::process, Optional::isPresent).orElseThrow();
    before.destroy();
    await()
        .atMost(PATIENCE)
        .until(() -> process().filter(now -> now.pid() != before.pid()).isPresent());

    var metrics = given().get(stack.recommendations().resolve("/q/metrics")).asString();
    assertTrue(metrics.contains("perennial_recommendation_start_warm 1.0"), metrics);
    awaitPairs(api, 3);
    writer.post("/v1/track", Workspace.order("customer-4", "4"));
    awaitPairs(api, 4);
  }

  private Optional<ProcessHandle> process() {
    return stack.process("recommendation-service");
  }

  private static void awaitPairs(PublicApi api, int orders) {
    await()
        .atMost(PATIENCE)
        .until(() -> {
          var pairs = api.get("/api/v1/recommendations/pairs");
          return pairs.at("/pairs/0/pairOrders").asInt() == orders;
        });
  }
}
