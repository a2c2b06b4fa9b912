package dev.perennial.channel.message.app.shown;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import dev.perennial.contracts.recommendation.v1.Reason;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A reason as variables, whatever its kind: the fields of the contract by their names, and "kind".
 * Instants and durations are ISO 8601, money is decimal; a product without a name has its id.
 */
final class EvidenceFields {

  private static final String MICROS = "_micros";

  private EvidenceFields() {}

  /** Empty when there is no reason, as for what is pinned. */
  static Map<String, Object> of(Reason reason) {
    var fields = new HashMap<String, Object>();
    reason
        .getAllFields()
        .forEach((kind, value) -> {
          fields.put("kind", kind.getName());
          putFields(fields, (Message) value);
        });
    return fields;
  }

  private static void putFields(Map<String, Object> fields, Message message) {
    for (var field : message.getDescriptorForType().getFields()) {
      var value = message.getField(field);
      if (field.hasPresence() ? message.hasField(field) : !value.equals("")) {
        fields.put(
            name(field), field.isRepeated() ? List.copyOf((List<?>) value) : one(field, value));
      }
    }
    if (fields.containsKey("seed_product_id")) {
      fields.putIfAbsent("seed_name", fields.get("seed_product_id"));
    }
  }

  private static Object one(FieldDescriptor field, Object value) {
    return switch (value) {
      case Timestamp at -> Instant.ofEpochSecond(at.getSeconds(), at.getNanos()).toString();
      case Duration time -> java.time.Duration.ofSeconds(time.getSeconds()).toString();
      case EnumValueDescriptor constant -> constant.getName().toLowerCase(Locale.ROOT);
      case Long micros when field.getName().endsWith(MICROS) -> Amount.of(micros);
      default -> value;
    };
  }

  private static String name(FieldDescriptor field) {
    var name = field.getName();
    return name.endsWith(MICROS) ? name.substring(0, name.length() - MICROS.length()) : name;
  }
}
