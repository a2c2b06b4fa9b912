package dev.perennial.segment.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.perennial.segment.domain.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads traits. */
final class TraitsJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private TraitsJson() {}

  /**
   * The traits of an object; empty where null.
   *
   * @throws IllegalArgumentException when it is not a JSON object; the message holds nothing of it
   */
  static Map<String, Optional<Value>> read(String json) {
    JsonNode node;
    try {
      node = MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("traits are not JSON");
    }
    if (!node.isObject()) {
      throw new IllegalArgumentException("traits are not a JSON object");
    }
    var traits = new HashMap<String, Optional<Value>>();
    node.properties().forEach(field -> traits.put(field.getKey(), value(field.getValue())));
    return traits;
  }

  static Optional<Value> value(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> Optional.of(new Value.Text(node.textValue()));
      case NUMBER -> Optional.of(new Value.Num(node.decimalValue()));
      case BOOLEAN -> Optional.of(new Value.Flag(node.booleanValue()));
      case ARRAY ->
          Optional.of(
              new Value.Items(
                  node.valueStream().map(TraitsJson::value).flatMap(Optional::stream).toList()));
      case NULL, MISSING -> Optional.empty();
      case OBJECT, POJO, BINARY -> Optional.of(new Value.Opaque());
    };
  }
}
