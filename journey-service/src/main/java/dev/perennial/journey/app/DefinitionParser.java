package dev.perennial.journey.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.perennial.journey.domain.ExitRule;
import dev.perennial.journey.domain.Journey;
import dev.perennial.journey.domain.JourneyRules;
import dev.perennial.journey.domain.Movement;
import dev.perennial.journey.domain.Node;
import dev.perennial.journey.domain.Problem;
import dev.perennial.journey.domain.Reentry;
import dev.perennial.journey.domain.Start;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads journeys from JSON; docs/journey-service.md is the reference. */
@ApplicationScoped
public class DefinitionParser {

  private static final List<String> MOVEMENTS =
      List.of(Movement.ENTERED.word(), Movement.LEFT.word());
  private static final List<String> NODE_TYPES = List.of("message", "delay", "exit");
  private static final Pattern NODE_NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final int MOST_NODES = 200;

  private final JsonMapper json =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** The problems of a definition as JSON; empty when it is an object, whatever it says. */
  public List<Problem> problemsOfJson(String definition) {
    return switch (read(definition)) {
      case Json.Tree _ -> List.of();
      case Json.Broken(Problem problem) -> List.of(problem);
    };
  }

  /**
   * Reads a definition.
   *
   * @param key the journey's, which the definition may repeat
   */
  public Definition parse(String key, String definition) {
    return switch (read(definition)) {
      case Json.Tree(JsonNode root) -> parse(key, root);
      case Json.Broken(Problem problem) -> new Definition.Invalid(List.of(problem));
    };
  }

  private Definition parse(String key, JsonNode root) {
    var problems = new ArrayList<Problem>();
    var fields = new Fields(root, "", problems);
    if (fields.has("key") && !fields.text("key").equals(key)) {
      fields.problem("key", "is not the key of this journey");
    }
    Start start = start(fields.child("start"));
    List<ExitRule> exits = exits(fields, problems);
    Map<String, Node> nodes = nodes(fields, problems);
    fields.nothingElse();
    if (!problems.isEmpty()) {
      return new Definition.Invalid(problems);
    }
    var journey = new Journey(start, exits, nodes.keySet().iterator().next(), nodes);
    var broken = JourneyRules.problems(journey);
    return broken.isEmpty() ? new Definition.Valid(journey) : new Definition.Invalid(broken);
  }

  private static Start start(Fields fields) {
    var start =
        new Start.OnSegment(
            fields.slug("segment"), movement(fields), fields.flag("existing"), reentry(fields));
    fields.nothingElse();
    return start;
  }

  private static Movement movement(Fields fields) {
    return fields.oneOf("on", MOVEMENTS).equals(Movement.LEFT.word())
        ? Movement.LEFT
        : Movement.ENTERED;
  }

  private static Reentry reentry(Fields fields) {
    JsonNode value = fields.raw("reentry");
    if (value.isObject()) {
      Fields after = fields.child("reentry");
      var reentry = new Reentry.After(after.duration("after"));
      after.nothingElse();
      return reentry;
    }
    return switch (value.asText("once")) {
      case "always" -> new Reentry.Always();
      case String other -> {
        if (!value.isMissingNode() && !other.equals("once")) {
          fields.problem("reentry", "must be always, once or {\"after\": duration}");
        }
        yield new Reentry.Once();
      }
    };
  }

  private static List<ExitRule> exits(Fields fields, List<Problem> problems) {
    JsonNode array = fields.raw("exits");
    if (!array.isMissingNode() && !array.isArray()) {
      fields.problem("exits", "must be an array");
    }
    var exits = new ArrayList<ExitRule>();
    for (int i = 0; i < array.size(); i++) {
      var exit = new Fields(array.get(i), "/exits/" + i, problems);
      exits.add(
          exit.has("event")
              ? new ExitRule.OnEvent(exit.text("event"))
              : new ExitRule.OnSegment(exit.slug("segment"), movement(exit)));
      exit.nothingElse();
    }
    return exits;
  }

  private static Map<String, Node> nodes(Fields fields, List<Problem> problems) {
    Fields object = fields.child("nodes");
    JsonNode raw = fields.raw("nodes");
    if (raw.isObject() && (raw.isEmpty() || raw.size() > MOST_NODES)) {
      fields.problem("nodes", "must be 1 to " + MOST_NODES);
    }
    var nodes = new LinkedHashMap<String, Node>();
    raw.fieldNames()
        .forEachRemaining(name -> {
          if (!NODE_NAME.matcher(name).matches()) {
            object.problem(name, "must be named with letters, digits, _ and -, 64 at most");
          }
          nodes.put(name, node(new Fields(object.raw(name), object.at(name), problems)));
        });
    return nodes;
  }

  private static Node node(Fields fields) {
    String type = fields.oneOf("type", NODE_TYPES);
    Node node =
        switch (type) {
          case "message" ->
              new Node.Message(
                  fields.slug("channel"),
                  fields.slug("template"),
                  fields.has("topic") ? fields.text("topic") : "",
                  fields.optionalDuration("ttl"),
                  fields.text("next"));
          case "delay" -> new Node.Delay(fields.duration("for"), fields.text("next"));
          default -> new Node.Exit();
        };
    if (NODE_TYPES.contains(type)) {
      fields.nothingElse();
    }
    return node;
  }

  private sealed interface Json {
    record Tree(JsonNode root) implements Json {}

    record Broken(Problem problem) implements Json {}
  }

  private Json read(String definition) {
    try {
      JsonNode root = json.readTree(definition);
      return root.isObject()
          ? new Json.Tree(root)
          : new Json.Broken(new Problem("", "must be a JSON object"));
    } catch (JsonProcessingException e) {
      var where = e.getLocation();
      String at =
          where == null ? "" : " at line " + where.getLineNr() + ", column " + where.getColumnNr();
      return new Json.Broken(new Problem("", "is not JSON" + at));
    }
  }
}
