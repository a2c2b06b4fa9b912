package dev.perennial.gateway.management.api;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import dev.perennial.contracts.recommendation.v1.Reason;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A reason in JSON, whatever its kind: the fields of the contract by their JSON names, and "kind".
 * Instants and durations are ISO 8601, money is decimal, what is not said is left out.
 */
final class EvidenceJson {

  private static final String MICROS = "Micros";

  /** A figure of 0 says something; these do not. */
  private static final Set<Object> NOTHING = Set.of("", List.of());

  private EvidenceJson() {}

  /** Null when there is no reason, as for what is pinned. */
  static @Nullable Map<String, Object> of(Reason reason) {
    var kind = Reason.getDescriptor().getOneofs().getFirst();
    FieldDescriptor field = reason.getOneofFieldDescriptor(kind);
    if (field == null) {
      return null;
    }
    var json = new LinkedHashMap<String, Object>();
    json.put("kind", field.getJsonName());
    json.putAll(fields((Message) reason.getField(field)));
    return json;
  }

  private static Map<String, Object> fields(Message message) {
    var json = new LinkedHashMap<String, Object>();
    for (var field : message.getDescriptorForType().getFields()) {
      Object value = message.getField(field);
      if (field.hasPresence() ? message.hasField(field) : !NOTHING.contains(value)) {
        json.put(name(field), field.isRepeated() ? all(field, (List<?>) value) : one(field, value));
      }
    }
    return json;
  }

  private static List<Object> all(FieldDescriptor field, List<?> values) {
    return values.stream().map(value -> one(field, value)).toList();
  }

  private static Object one(FieldDescriptor field, Object value) {
    return switch (value) {
      case Timestamp at -> Instant.ofEpochSecond(at.getSeconds(), at.getNanos());
      case Duration time ->
          java.time.Duration.ofSeconds(time.getSeconds(), time.getNanos()).toString();
      case Message message -> fields(message);
      case EnumValueDescriptor constant -> constant.getName();
      case Long micros when isMoney(field) -> Json.money(micros);
      default -> value;
    };
  }

  private static String name(FieldDescriptor field) {
    String name = field.getJsonName();
    return isMoney(field) ? name.substring(0, name.length() - MICROS.length()) : name;
  }

  private static boolean isMoney(FieldDescriptor field) {
    return field.getJsonName().endsWith(MICROS);
  }
}
