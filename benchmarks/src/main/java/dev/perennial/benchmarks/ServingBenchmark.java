package dev.perennial.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.perennial.demo.PublicApi;
import dev.perennial.evaluation.retail.RetailFile;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * How long a shop's page waits for what is frequently bought together, with the whole stack up and
 * the orders of the demo in it: {@code RATE} requests a second for {@code SECONDS}, at fixed
 * instants, for products drawn as often as they sell, of which one in ten is out of stock. Serenade
 * (Kersbergen et al., SIGMOD 2022) answers 1,000 a second within 7 ms (p90) on two virtual cores.
 */
public final class ServingBenchmark {

  private static final String WORKSPACE = "demo";
  private static final int BATCH = 500;
  private static final int DRAWS = 100_000;
  private static final Duration WARM_UP = Duration.ofSeconds(15);

  /**
   * Of the products, every tenth; of the answers, every tenth is read to see that none is in it.
   */
  private static final int TENTH = 10;

  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, String> environment;
  private final PrintStream out = System.out;

  private ServingBenchmark(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Runs against the stack that is up, after the demo. */
  public static void main(String[] args) throws IOException {
    new ServingBenchmark(System.getenv()).run();
  }

  private void run() throws IOException {
    int rate = number("RATE", 1000);
    var gateway = URI.create(text("PERENNIAL_GATEWAY_URL"));
    var key = secretKey(gateway);
    var api = PublicApi.managing(json, gateway, key);
    var sold = sold();
    var products = sold.stream().distinct().sorted().toList();
    stock(api, products);
    var outOfStock =
        IntStream.range(0, products.size())
            .filter(ServingBenchmark::isOut)
            .mapToObj(products::get)
            .collect(Collectors.toSet());

    var random = new Random(1);
    var byProduct = new HashMap<String, HttpRequest>();
    var requests =
        random
            .ints(DRAWS, 0, sold.size())
            .mapToObj(sold::get)
            .map(id -> byProduct.computeIfAbsent(id, one -> request(gateway, key, one)))
            .toList();
    try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      IntFunction<CompletableFuture<HttpResponse<String>>> call =
          i -> ok(http.sendAsync(requests.get(i % DRAWS), BodyHandlers.ofString()));
      // By steps: at full rate a stack that has just started would only pile requests up.
      for (int part : new int[] {20, 5, 2, 1}) {
        report("warm-up", new OpenLoop<>(call, rate / part), WARM_UP, outOfStock);
      }
      var length = Duration.ofSeconds(number("SECONDS", 60));
      report("measured", new OpenLoop<>(call, rate), length, outOfStock);
    }
    out.println("The demo's catalog has invented names, prices and stock now: ./perennial reset");
  }

  private void report(
      String name, OpenLoop<HttpResponse<String>> loop, Duration length, Set<String> outOfStock) {
    var withItems = new AtomicInteger();
    // Read afterwards: what reads them would share the processors with what is measured.
    var kept = new ConcurrentLinkedQueue<String>();
    var cpu = CpuTimes.now();
    var run =
        loop.run(
            length,
            (i, answer) -> {
              withItems.addAndGet(answer.body().contains("\"items\":[]") ? 0 : 1);
              if (i % TENTH == 0) {
                kept.add(answer.body());
              }
            });
    var micros = run.micros();
    out.printf(
        "%s: %,.0f answers/s of %,d, p50 %.2f ms, p90 %.2f ms, p99 %.2f ms, longest %.1f ms;"
            + " %d failed, %.1f %% with items, %d of a tenth read with something out of stock%n",
        name,
        run.answersPerSecond(),
        loop.perSecond(),
        micros.getValueAtPercentile(50) / 1e3,
        micros.getValueAtPercentile(90) / 1e3,
        micros.getValueAtPercentile(99) / 1e3,
        micros.getMaxValue() / 1e3,
        run.failed(),
        100.0 * withItems.get() / Math.max(1, micros.getTotalCount()),
        kept.stream().filter(answer -> shows(answer, outOfStock)).count());
    out.printf("  processor seconds: %s%n", CpuTimes.now().since(cpu));
  }

  private boolean shows(String answer, Set<String> products) {
    try {
      var items = json.readTree(answer).path("items");
      return StreamSupport.stream(items.spliterator(), false)
          .anyMatch(item -> products.contains(item.path("productId").asText()));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOut(int number) {
    return number % TENTH == 0;
  }

  private static CompletableFuture<HttpResponse<String>> ok(
      CompletableFuture<HttpResponse<String>> answer) {
    return answer.thenApply(response -> {
      if (response.statusCode() != 200) {
        throw new IllegalStateException("the gateway answered " + response.statusCode());
      }
      return response;
    });
  }

  private static HttpRequest request(URI gateway, String key, String product) {
    var path =
        "/api/v1/recommendations/frequently-bought-together?in_stock=true&product="
            + URLEncoder.encode(product, StandardCharsets.UTF_8);
    return HttpRequest.newBuilder(gateway.resolve(path))
        .header("Authorization", "Bearer " + key)
        .timeout(Duration.ofSeconds(30))
        .build();
  }

  private String secretKey(URI gateway) {
    var operator = PublicApi.managing(json, gateway, text("PERENNIAL_ADMIN_KEY"));
    var key = json.createObjectNode().put("name", "load generator").put("kind", "secret");
    return operator.post("/api/v1/workspaces/" + WORKSPACE + "/keys", key).path("key").asText();
  }

  /** Every product as often as an order holds it. */
  private static List<String> sold() throws IOException {
    return RetailFile.readShipped().stream()
        .flatMap(invoice -> invoice.products().stream())
        .toList();
  }

  /** Puts all products into the catalog; the answers know of it before the warm-up is over. */
  private void stock(PublicApi api, List<String> products) {
    for (int from = 0; from < products.size(); from += BATCH) {
      var body = json.createObjectNode();
      var batch = body.putArray("products");
      for (int i = from; i < Math.min(products.size(), from + BATCH); i++) {
        product(batch, products.get(i), i);
      }
      var answer = api.put("/api/v1/catalog/products", body);
      if (!answer.path("rejected").isEmpty()) {
        throw new IllegalStateException("the catalog refused " + answer.path("rejected").get(0));
      }
    }
    out.printf("%,d products put into the catalog, one in ten out of stock%n", products.size());
  }

  private static void product(ArrayNode batch, String id, int number) {
    batch
        .addObject()
        .put("id", id)
        .put("name", "Product " + id)
        .put("price", 1 + number % 50)
        .put("currency", "GBP")
        .put("stock", isOut(number) ? 0 : 100);
  }

  private int number(String name, int otherwise) {
    return Integer.parseInt(environment.getOrDefault(name, Integer.toString(otherwise)));
  }

  private String text(String name) {
    var value = environment.get(name);
    if (value == null) {
      throw new IllegalStateException(name + " is not set; run ./perennial benchmark serving.");
    }
    return value;
  }
}
