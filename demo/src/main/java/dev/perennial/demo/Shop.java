package dev.perennial.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** The demo's workspace: its keys, and the definitions that lie as files beside this code. */
final class Shop {

  static final String WORKSPACE = "demo";
  static final String STARTING_SEGMENT = "lapsed";
  static final String JOURNEY = "win-back";
  static final List<String> SEGMENTS =
      List.of("new", "repeat", "big-spenders", "at-risk", STARTING_SEGMENT);

  /** One real invoice has 1,114 lines. */
  private static final int EVENT_BYTES = 256 * 1024;

  private final ObjectMapper json;
  private final PublicApi operator;

  Shop(ObjectMapper json, PublicApi operator) {
    this.json = json;
    this.operator = operator;
  }

  /** Creates the workspace unless it is there, and says since when it is. */
  Instant open() {
    var workspace = json.createObjectNode().put("name", "Online Retail, a year of a real shop");
    workspace.putObject("limits").put("eventBytes", EVENT_BYTES);
    var answer = operator.put("/api/v1/workspaces/" + WORKSPACE, workspace);
    return Instant.parse(answer.path("createdAt").asText());
  }

  /** A new key in place of the one that an earlier run made. */
  String newKey(String kind) {
    var path = "/api/v1/workspaces/" + WORKSPACE + "/keys";
    var name = "demo " + kind;
    for (var key : operator.get(path).path("keys")) {
      if (key.path("name").asText().equals(name)) {
        operator.delete(path + "/" + key.path("id").asText());
      }
    }
    var request = json.createObjectNode().put("name", name).put("kind", kind);
    return operator.post(path, request).path("key").asText();
  }

  void defineSegments(PublicApi api) {
    for (var segment : SEGMENTS) {
      api.put("/api/v1/segments/" + segment, read("segments/" + segment + ".json"));
    }
  }

  void startJourney(PublicApi api, String smtpHost, int smtpPort) {
    api.put(
        "/api/v1/channels/email",
        json.createObjectNode()
            .put("provider", "smtp")
            .put("from", "Your shop <shop@example.com>")
            .put("host", smtpHost)
            .put("port", smtpPort)
            .put("security", "none"));
    var template = (ObjectNode) read("templates/" + JOURNEY + ".json");
    template.put("body", text("templates/" + JOURNEY + ".html"));
    api.put("/api/v1/templates/" + JOURNEY, template);
    api.put("/api/v1/journeys/" + JOURNEY, read("journeys/" + JOURNEY + ".json"));
    api.post("/api/v1/journeys/" + JOURNEY + "/publish", json.createObjectNode());
  }

  private JsonNode read(String file) {
    try {
      return json.readTree(text(file));
    } catch (IOException e) {
      throw new DemoFailure("Cannot read " + file + ".", e);
    }
  }

  private static String text(String file) {
    try (var in = Shop.class.getResourceAsStream("/" + file)) {
      if (in == null) {
        throw new DemoFailure(file + " is missing from the demo.");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new DemoFailure("Cannot read " + file + ".", e);
    }
  }
}
