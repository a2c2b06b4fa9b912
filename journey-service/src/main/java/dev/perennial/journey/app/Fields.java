package dev.perennial.journey.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.perennial.journey.domain.Problem;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the fields of one JSON object and notes what is wrong with them; what it gives for a wrong
 * field only lets the reading go on.
 */
final class Fields {

  static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final Duration LONGEST = Duration.ofDays(3660);

  private final JsonNode object;
  private final String pointer;
  private final List<Problem> problems;
  private final Set<String> known = new HashSet<>();

  Fields(JsonNode object, String pointer, List<Problem> problems) {
    this.object = object;
    this.pointer = pointer;
    this.problems = problems;
    if (!object.isObject()) {
      problem("", object.isMissingNode() ? "is missing" : "must be an object");
    }
  }

  /** The raw field; a missing node when there is none. */
  JsonNode raw(String name) {
    known.add(name);
    JsonNode value = object.get(name);
    return value == null ? MissingNode.getInstance() : value;
  }

  boolean has(String name) {
    return object.has(name);
  }

  Fields child(String name) {
    return new Fields(raw(name), at(name), problems);
  }

  String text(String name) {
    JsonNode value = raw(name);
    if (!value.isTextual() || value.asText().isBlank() || value.asText().length() > 200) {
      problem(name, value.isMissingNode() ? "is missing" : "must be a text of 1 to 200 characters");
    }
    return value.asText();
  }

  String slug(String name) {
    String value = text(name);
    if (has(name) && !SLUG.matcher(value).matches()) {
      problem(name, "must be lower-case letters, digits and hyphens, 64 at most");
    }
    return value;
  }

  String oneOf(String name, List<String> choices) {
    String value = text(name);
    if (has(name) && !choices.contains(value)) {
      problem(name, "must be one of " + String.join(", ", choices));
    }
    return value;
  }

  boolean flag(String name) {
    JsonNode value = raw(name);
    if (!value.isMissingNode() && !value.isBoolean()) {
      problem(name, "must be true or false");
    }
    return value.asBoolean(false);
  }

  /** An ISO 8601 duration of days and less, from a second to ten years. */
  Duration duration(String name) {
    try {
      Duration duration = Duration.parse(text(name));
      if (duration.compareTo(Duration.ofSeconds(1)) >= 0 && duration.compareTo(LONGEST) <= 0) {
        return duration;
      }
      problem(name, "must be PT1S at least and P3660D at most");
    } catch (DateTimeParseException e) {
      if (has(name)) {
        problem(name, "must be an ISO 8601 duration of days, hours, minutes and seconds, as P3D");
      }
    }
    return Duration.ofSeconds(1);
  }

  Optional<Duration> optionalDuration(String name) {
    known.add(name);
    return has(name) ? Optional.of(duration(name)) : Optional.empty();
  }

  /** Notes every field that nobody asked for. */
  void nothingElse() {
    object
        .fieldNames()
        .forEachRemaining(name -> {
          if (!known.contains(name)) {
            problem(name, "is not known here");
          }
        });
  }

  /** Notes what is wrong with a field, or with the object itself when the name is empty. */
  void problem(String name, String description) {
    problems.add(new Problem(name.isEmpty() ? pointer : at(name), description));
  }

  String at(String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
