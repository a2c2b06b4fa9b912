package dev.perennial.segment.app;

import static dev.perennial.segment.app.JsonAt.wrong;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.perennial.segment.domain.Condition;
import dev.perennial.segment.domain.Feature;
import dev.perennial.segment.domain.InvalidDefinition;
import dev.perennial.segment.domain.Measure;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the condition language; see docs/segment-service.md. */
public final class ConditionJson {

  static final int MAX_DEPTH = 20;
  static final int MAX_LEAVES = 100;
  static final Duration LONGEST_WINDOW = Duration.ofDays(3660);

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private ConditionJson() {}

  /**
   * Reads one condition.
   *
   * @throws InvalidDefinition with the place of what is wrong
   */
  public static Condition read(String json) {
    var condition = condition(new JsonAt("", tree(json)), 1);
    if (condition.features().count() > MAX_LEAVES) {
      throw new InvalidDefinition("", "must not have more than " + MAX_LEAVES + " leaves");
    }
    return condition;
  }

  /**
   * The same condition without white space, checked.
   *
   * @throws InvalidDefinition with the place of what is wrong
   */
  static String compact(String json) {
    read(json);
    return tree(json).toString();
  }

  private static JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      var place = e.getLocation();
      throw new InvalidDefinition(
          "",
          place == null
              ? "is not JSON"
              : "is not JSON: line %d, column %d"
                  .formatted(place.getLineNr(), place.getColumnNr()));
    }
  }

  private static Condition condition(JsonAt at, int depth) {
    if (depth > MAX_DEPTH) {
      throw wrong(at, "is nested more than " + MAX_DEPTH + " deep");
    }
    var fields = at.fields();
    if (fields.contains("all")) {
      at.allow(Set.of("all"));
      return new Condition.All(conditions(at.required("all"), depth));
    }
    if (fields.contains("any")) {
      at.allow(Set.of("any"));
      return new Condition.Any(conditions(at.required("any"), depth));
    }
    if (fields.contains("not")) {
      at.allow(Set.of("not"));
      return new Condition.Not(condition(at.required("not"), depth + 1));
    }
    if (fields.contains("trait")) {
      at.allow(Set.of("trait", "is"));
      var feature = new Feature.Trait(at.required("trait").text());
      return new Condition.Trait(feature, IsJson.ofTrait(at.required("is")));
    }
    if (fields.contains("event")) {
      at.allow(Set.of("event", "measure", "is", "within"));
      var name = at.required("event").text();
      var measure = at.optional("measure").map(ConditionJson::measure).orElse(Measure.COUNT);
      var window = at.optional("within").map(ConditionJson::window);
      var feature = new Feature.Events(name, measure, window);
      return new Condition.Events(feature, IsJson.ofMeasure(at.required("is")));
    }
    throw wrong(at, "must have one of all, any, not, trait, event");
  }

  private static List<Condition> conditions(JsonAt at, int depth) {
    var conditions = new ArrayList<Condition>();
    for (var item : at.items()) {
      conditions.add(condition(item, depth + 1));
    }
    return conditions;
  }

  private static Measure measure(JsonAt at) {
    if (at.node().isTextual() && at.text().equals("count")) {
      return Measure.COUNT;
    }
    at.allow(Set.of("sum"));
    var sum = at.required("sum");
    if (!sum.text().equals("order_value")) {
      throw wrong(sum, "must be order_value");
    }
    return Measure.ORDER_VALUE;
  }

  private static Duration window(JsonAt at) {
    Optional<Duration> window;
    try {
      window = Optional.of(Duration.parse(at.text()));
    } catch (DateTimeParseException e) {
      window = Optional.empty();
    }
    return window
        .filter(one -> one.compareTo(Duration.ofSeconds(1)) >= 0 && one.toNanosPart() == 0)
        .filter(one -> one.compareTo(LONGEST_WINDOW) <= 0)
        .orElseThrow(() ->
            wrong(
                at,
                "must be an ISO 8601 duration in days, hours, minutes and whole seconds,"
                    + " such as P28D or PT2H, of at least a second and at most P3660D"));
  }
}
