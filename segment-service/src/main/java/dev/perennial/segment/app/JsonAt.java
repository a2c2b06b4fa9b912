package dev.perennial.segment.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.perennial.segment.domain.InvalidDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A JSON value and the pointer to it, so that whatever is wrong can be pointed at. */
record JsonAt(String pointer, JsonNode node) {

  static InvalidDefinition wrong(JsonAt at, String reason) {
    return new InvalidDefinition(at.pointer, reason);
  }

  Set<String> fields() {
    if (!node.isObject()) {
      throw wrong(this, "must be an object");
    }
    var names = new TreeSet<String>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Refuses a field that would be ignored: most often it is a typing error. */
  void allow(Set<String> allowed) {
    for (var field : fields()) {
      if (!allowed.contains(field)) {
        throw wrong(child(field), "is not known here");
      }
    }
  }

  JsonAt required(String field) {
    return optional(field).orElseThrow(() -> wrong(child(field), "is missing"));
  }

  Optional<JsonAt> optional(String field) {
    var child = child(field);
    return child.node.isMissingNode() ? Optional.empty() : Optional.of(child);
  }

  List<JsonAt> items() {
    if (!node.isArray() || node.isEmpty()) {
      throw wrong(this, "must be an array of at least one");
    }
    var items = new ArrayList<JsonAt>();
    for (int i = 0; i < node.size(); i++) {
      items.add(new JsonAt(pointer + "/" + i, node.get(i)));
    }
    return items;
  }

  /** A text of 1 to 200 characters. */
  String text() {
    if (!node.isTextual() || node.textValue().isBlank() || node.textValue().length() > 200) {
      throw wrong(this, "must be a text of 1 to 200 characters");
    }
    return node.textValue();
  }

  private JsonAt child(String field) {
    var escaped = field.replace("~", "~0").replace("/", "~1");
    return new JsonAt(pointer + "/" + escaped, node.path(field));
  }
}
