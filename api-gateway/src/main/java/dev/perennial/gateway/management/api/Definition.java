package dev.perennial.gateway.management.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.perennial.gateway.domain.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/** A definition inside a request: an object here, text on the way to the service that knows it. */
final class Definition {

  private Definition() {}

  static String text(String pointer, @Nullable JsonNode definition) {
    if (definition == null || !definition.isObject()) {
      throw new InvalidRequestException(pointer, "must be a JSON object");
    }
    return definition.toString();
  }
}
