package dev.perennial.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** The management calls that a benchmark needs: a workspace of its own and a write key. */
record Operator(URI gateway, String adminKey) {

  private static final ObjectMapper JSON = new ObjectMapper();

  String writeKey(String workspace) throws IOException, InterruptedException {
    var path = "/api/v1/workspaces/" + workspace;
    call("PUT", path, "{\"name\":\"Benchmark\"}");
    return call("POST", path + "/keys", "{\"name\":\"load generator\",\"kind\":\"write\"}")
        .path("key")
        .asText();
  }

  private JsonNode call(String method, String path, String body)
      throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(gateway.resolve(path))
              .header("Authorization", "Bearer " + adminKey)
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofString(body))
              .build();
      var response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new IOException(path + " answered " + response.statusCode() + ": " + response.body());
      }
      return JSON.readTree(response.body());
    }
  }
}
