package dev.perennial.gateway.ingest.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.perennial.gateway.domain.CleanText;
import dev.perennial.gateway.ingest.domain.Fault;
import dev.perennial.gateway.ingest.domain.JsonText;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Walks over a request's bytes once. Objects are not built but carried over as text. What stands at
 * the cursor and is not what is asked for becomes a fault of the current item, and reading goes on.
 */
final class JsonCursor implements AutoCloseable {

  // Names come from clients: they must not fill the JVM's pool of strings, nor fail by colliding.
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .build();

  private final byte[] body;
  private final JsonParser parser;
  private @Nullable Fault fault;

  JsonCursor(byte[] body) throws IOException {
    this.body = body;
    this.parser = JSON.createParser(body);
  }

  /** At the first byte of an object that is all there is, or fails. */
  void enterOnlyObject() throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new MalformedJsonException("the body must be a JSON object");
    }
    if (position() < 0) {
      throw new MalformedJsonException("the body must be UTF-8");
    }
  }

  void leaveOnlyObject() throws IOException {
    if (parser.nextToken() != null) {
      throw new MalformedJsonException("the body must be one JSON object and nothing after it");
    }
  }

  /** The next field's name, with the cursor on its value; null at the object's end. */
  @Nullable String nextField() throws IOException {
    if (parser.nextToken() == JsonToken.END_OBJECT) {
      return null;
    }
    String name = parser.currentName();
    parser.nextToken();
    return name;
  }

  /** Onto the next element of the array; false at its end. */
  boolean nextElement() throws IOException {
    return parser.nextToken() != JsonToken.END_ARRAY;
  }

  boolean isObject() {
    return parser.currentToken() == JsonToken.START_OBJECT;
  }

  boolean isArray() {
    return parser.currentToken() == JsonToken.START_ARRAY;
  }

  boolean isNull() {
    return parser.currentToken() == JsonToken.VALUE_NULL;
  }

  void skip() throws IOException {
    parser.skipChildren();
  }

  /** Bytes up to and with the current token, if that is a bracket. */
  int position() {
    return (int) parser.currentLocation().getByteOffset();
  }

  /** A string or number as text that any store can hold; null and "" are absent. */
  @Nullable String text(String field) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_NULL -> null;
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        String text = CleanText.of(parser.getText());
        yield text.isEmpty() ? null : text;
      }
      default -> {
        fault(field, "must be a string");
        parser.skipChildren();
        yield null;
      }
    };
  }

  /** An object as compact text; null is absent. */
  @Nullable String object(String field) throws IOException {
    if (!isObject()) {
      noObject(field);
      return null;
    }
    int from = position() - 1;
    parser.skipChildren();
    return compactFrom(from, field);
  }

  void noObject(String field) throws IOException {
    if (!isNull()) {
      fault(field, "must be an object");
    }
    parser.skipChildren();
  }

  /** What lies between {@code from} and the cursor as compact text. */
  @Nullable String compactFrom(int from, String field) {
    String text = JsonText.compact(body, from, position()).orElse(null);
    if (text == null) {
      fault(field, "is nested deeper than " + JsonText.MAX_DEPTH);
    }
    return text;
  }

  /** The first fault of an item counts. */
  void fault(String field, String reason) {
    if (fault == null) {
      fault = new Fault(field, reason);
    }
  }

  /** The current item's fault, if any; the next item has none. */
  @Nullable Fault takeFault() {
    Fault taken = fault;
    fault = null;
    return taken;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
