package dev.perennial.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perennial.demo.PublicApi;
import java.io.PrintStream;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

/**
 * Events a second from the gateway's HTTP batch to published activity, with the whole stack up,
 * beside what Postgres alone takes in the same run on the same machine. Settings come from the
 * environment that {@code ./perennial benchmark} sets; {@code EVENTS}, {@code BATCH} and {@code
 * CONNECTIONS} change the load.
 */
public final class IngestBenchmark {

  private static final String WORKSPACE = "benchmark";
  private static final int USERS = 20_000;
  private static final int PRODUCTS = 5_000;

  private final Map<String, String> environment;
  private final PrintStream out = System.out;

  private IngestBenchmark(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Runs against the stack that is up. */
  public static void main(String[] args) throws Exception {
    new IngestBenchmark(System.getenv()).run();
  }

  private void run() throws Exception {
    int count = number("EVENTS", 100_000);
    int batch = number("BATCH", 100);
    int connections = number("CONNECTIONS", 8);
    var gateway = URI.create(text("PERENNIAL_GATEWAY_URL"));
    var writeKey = writeKey(gateway);
    out.printf(
        "Simulated events: %,d in batches of %d, %d connections%n", count, batch, connections);

    double ceiling = ceiling(count);
    out.printf("SQL only: %,.0f event rows/s into Postgres, one connection%n", ceiling);
    measure(gateway, writeKey, "warm-up", count / 5, batch, connections);
    double whole = measure(gateway, writeKey, "measured", count, batch, connections);
    out.printf("Through the whole suite: %.1f %% of the SQL ceiling%n", 100 * whole / ceiling);
  }

  private String writeKey(URI gateway) {
    var json = new ObjectMapper();
    var operator = PublicApi.managing(json, gateway, text("PERENNIAL_ADMIN_KEY"));
    var path = "/api/v1/workspaces/" + WORKSPACE;
    operator.put(path, json.createObjectNode().put("name", "Benchmark"));
    var key = json.createObjectNode().put("name", "load generator").put("kind", "write");
    return operator.post(path + "/keys", key).path("key").asText();
  }

  private double measure(
      URI gateway, String writeKey, String name, int count, int batch, int connections)
      throws Exception {
    var events = new SyntheticEvents(UUID.randomUUID().toString(), USERS, PRODUCTS);
    try (var activity = new ActivityCounter(text("PERENNIAL_KAFKA"), WORKSPACE)) {
      var cpu = CpuTimes.now();
      long began = System.nanoTime();
      new LoadGenerator(gateway, writeKey, events).send(count, batch, connections);
      double accepted = (System.nanoTime() - began) / 1e9;
      activity.awaitEvents(count);
      double published = (System.nanoTime() - began) / 1e9;
      out.printf(
          "%s: accepted %,.0f/s, published as activity %,.0f/s (%.1f s)%n",
          name, count / accepted, count / published, published);
      out.printf("  processor seconds: %s%n", CpuTimes.now().since(cpu));
      return count / published;
    }
  }

  private double ceiling(int rows) throws Exception {
    var url = "jdbc:postgresql://" + text("PERENNIAL_POSTGRES") + "/profile";
    var sql = new SqlCeiling(url, "profile", text("PERENNIAL_POSTGRES_PASSWORD"));
    return sql.rowsPerSecond(rows, "x".repeat(400));
  }

  private int number(String name, int otherwise) {
    return Integer.parseInt(environment.getOrDefault(name, Integer.toString(otherwise)));
  }

  private String text(String name) {
    var value = environment.get(name);
    if (value == null) {
      throw new IllegalStateException(name + " is not set; run ./perennial benchmark.");
    }
    return value;
  }
}
