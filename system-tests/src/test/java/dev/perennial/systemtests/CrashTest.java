package dev.perennial.systemtests;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** kill -9 of everything in turn, while customers order: nothing lost, nothing twice. */
class CrashTest {

  private static final int CUSTOMERS = 40;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Who dies together. */
  private static final List<List<String>> VICTIMS =
      List.of(
          List.of("kafka"),
          List.of("profile-service", "segment-service"),
          List.of("api-gateway", "redis"),
          List.of("journey-service", "channel-gateway", "recommendation-service"));

  private static PackagedStack stack;
  private static ExecutorService background;

  @BeforeAll
  static void start() {
    stack = PackagedStack.shared();
    background = Executors.newVirtualThreadPerTaskExecutor();
  }

  @AfterAll
  static void stop() {
    background.shutdownNow();
  }

  @Test
  void everyProcessMayDieWhileCustomersOrder() throws Exception {
    var workspace = Workspace.create(stack, "crashes");
    var shop = new Customers(workspace);
    for (var victims : VICTIMS) {
      shop.orderMore(60);
      victims.forEach(CrashTest::kill);
    }
    shop.assertAllCounted();
  }

  @Test
  void postgresMayBeGoneForTwentySecondsWhileCustomersOrder() throws Exception {
    var workspace = Workspace.create(stack, "database-gone");
    var shop = new Customers(workspace);
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (System.nanoTime() < end) {
      kill("postgres");
      shop.orderMore(20);
    }
    shop.assertAllCounted();
  }

  /** As soon as it is up, so that it can be killed again and again. */
  private static void kill(String component) {
    var process =
        await().atMost(PATIENCE).until(() -> stack.process(component), p -> p.isPresent());
    process.orElseThrow().destroyForcibly();
  }

  /** Orders that arrive in the background, whatever happens meanwhile. */
  private static final class Customers {

    private final Workspace workspace;
    private final AtomicInteger orders = new AtomicInteger();
    private Future<?> sending = java.util.concurrent.CompletableFuture.completedFuture(null);

    Customers(Workspace workspace) {
      this.workspace = workspace;
    }

    /** Sends the next orders, one by one, after those before are durable. */
    void orderMore(int count) throws Exception {
      sending.get();
      int first = orders.getAndAdd(count);
      sending =
          background.submit(() -> {
            var writer = workspace.writer(stack);
            for (int i = first; i < first + count; i++) {
              writer.post("/v1/track", Workspace.order("customer-" + i % CUSTOMERS, "" + i));
            }
          });
    }

    void assertAllCounted() throws Exception {
      sending.get();
      var api = workspace.api(stack);
      var commerce =
          await()
              .atMost(PATIENCE)
              .until(
                  () -> api.get("/api/v1/metrics/commerce"),
                  read -> read.path("ordersCompleted").asInt() >= orders.get());
      assertEquals(orders.get(), commerce.path("ordersCompleted").asInt());
      assertEquals(CUSTOMERS, commerce.path("knownProfiles").asInt());
      assertEquals(10.5 * orders.get(), commerce.path("netValue").asDouble());
      var pairs =
          await()
              .atMost(PATIENCE)
              .until(() -> pairs(api.get("/api/v1/recommendations/pairs")), n -> n >= orders.get());
      assertEquals(orders.get(), pairs);
    }

    private static int pairs(JsonNode pairs) {
      return pairs.at("/pairs/0/pairOrders").asInt();
    }
  }
}
