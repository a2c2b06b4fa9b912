package dev.perennial.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;

/**
 * Calls of the gateway as any client would make them: a passing fault (no connection, 429, 5xx) is
 * tried again for some minutes, which is safe because every call here can be repeated.
 */
public final class PublicApi {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final ObjectMapper json;
  private final URI gateway;
  private final String authorization;

  private PublicApi(ObjectMapper json, URI gateway, String authorization) {
    this.json = json;
    this.gateway = gateway;
    this.authorization = authorization;
  }

  /** With the operator's key or a workspace's secret key. */
  public static PublicApi managing(ObjectMapper json, URI gateway, String key) {
    return new PublicApi(json, gateway, "Bearer " + key);
  }

  /** With a write key, as SDKs send it. */
  public static PublicApi writing(ObjectMapper json, URI gateway, String writeKey) {
    var credentials = Base64.getEncoder().encodeToString((writeKey + ":").getBytes(UTF_8));
    return new PublicApi(json, gateway, "Basic " + credentials);
  }

  /** Answers with the body of the response, or fails with the gateway's words. */
  public JsonNode get(String path) {
    return call("GET", path, NullNode.getInstance());
  }

  public JsonNode put(String path, JsonNode body) {
    return call("PUT", path, body);
  }

  public JsonNode post(String path, JsonNode body) {
    return call("POST", path, body);
  }

  public void delete(String path) {
    call("DELETE", path, NullNode.getInstance());
  }

  private JsonNode call(String method, String path, JsonNode body) {
    var request =
        HttpRequest.newBuilder(gateway.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", authorization)
            .header("Content-Type", "application/json")
            .method(
                method,
                body.isNull() ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
            .build();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (var pause = Duration.ofMillis(250); ; pause = longer(pause)) {
      try {
        var response = http.send(request, BodyHandlers.ofString());
        if (!PASSING.contains(response.statusCode()) || System.nanoTime() > deadline) {
          return answer(method, path, response);
        }
      } catch (IOException e) {
        if (System.nanoTime() > deadline) {
          throw new DemoFailure(
              "No answer from " + gateway + " (" + e + "). See ./perennial status.", e);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new DemoFailure("Interrupted.", e);
      }
      Progress.pause(pause);
    }
  }

  private static Duration longer(Duration pause) {
    return pause.compareTo(Duration.ofSeconds(4)) < 0 ? pause.multipliedBy(2) : pause;
  }

  private JsonNode answer(String method, String path, HttpResponse<String> response) {
    if (response.statusCode() / 100 != 2) {
      throw new DemoFailure(
          "%s %s answered %d: %s"
              .formatted(method, path, response.statusCode(), response.body().strip()));
    }
    try {
      return json.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new DemoFailure(method + " " + path + " answered no JSON.", e);
    }
  }
}
