package dev.perennial.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Sends batches over a number of connections, each the next one as soon as the one before is
 * answered.
 */
final class LoadGenerator {

  private final URI batchEndpoint;
  private final String authorization;
  private final SyntheticEvents events;

  LoadGenerator(URI gateway, String writeKey, SyntheticEvents events) {
    this.batchEndpoint = gateway.resolve("/v1/batch");
    this.authorization =
        "Basic " + Base64.getEncoder().encodeToString((writeKey + ":").getBytes(UTF_8));
    this.events = events;
  }

  /** Sends all events and returns when every batch was answered with 200. */
  void send(int count, int batchSize, int connections) throws Exception {
    var next = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      Callable<Integer> connection =
          () -> {
            int first;
            while ((first = next.getAndAdd(batchSize)) < count) {
              post(http, events.batch(first, Math.min(batchSize, count - first)));
            }
            return first;
          };
      var running =
          IntStream.range(0, connections).mapToObj(i -> threads.submit(connection)).toList();
      for (Future<Integer> one : running) {
        await(one);
      }
    }
  }

  private static void await(Future<Integer> one) throws InterruptedException, IOException {
    try {
      one.get();
    } catch (ExecutionException e) {
      throw new IOException("A connection failed: " + e.getCause(), e);
    }
  }

  private void post(HttpClient http, String body) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(batchEndpoint)
            .header("Authorization", authorization)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    var response = http.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200 || !response.body().contains("\"rejected\":[]")) {
      throw new IOException(
          "The gateway answered " + response.statusCode() + ": " + response.body());
    }
  }
}
