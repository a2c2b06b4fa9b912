package dev.perennial.recommendation.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.contracts.profile.v1.EventRecorded;
import dev.perennial.contracts.profile.v1.LineItem;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What clients write into events, where anything may be. What makes no sense is taken as absent: it
 * must not stop its profile's stream.
 */
final class ClientTexts {

  /** The longest id, in characters: as the catalog takes it. Longer ones fit into no index. */
  private static final int LONGEST_ID = 200;

  private static final String NUL = "\u0000";

  private ClientTexts() {}

  /** The properties of an event; none when they are no JSON object. */
  static JsonObject properties(EventRecorded event) {
    return object(event.getProperties());
  }

  /** The JSON object that a text is; an empty one when it is none. */
  static JsonObject object(String json) {
    try {
      return new JsonObject(json);
    } catch (DecodeException _) {
      return new JsonObject();
    }
  }

  /** An id as it was sent; empty when it is none, or more than the database keeps as it is. */
  static Optional<String> id(String text) {
    boolean isKept =
        !text.isEmpty()
            && text.length() <= LONGEST_ID
            && !text.contains(NUL)
            && UTF_8.newEncoder().canEncode(text);
    return isKept ? Optional.of(text) : Optional.empty();
  }

  /** An id among properties: a text, or a number as ids may be. */
  static Optional<String> id(JsonObject properties, String name) {
    return switch (properties.getValue(name)) {
      case String text -> id(text);
      case Number number -> id(number.toString());
      case null, default -> Optional.empty();
    };
  }

  /** The products that an event is about: its items, or what its properties name. */
  static Stream<String> products(EventRecorded event) {
    return event.hasCommerce()
        ? event.getCommerce().getItemsList().stream()
            .map(LineItem::getProductId)
            .flatMap(id -> id(id).stream())
        : id(properties(event), "product_id").stream();
  }

  /** A text to be shown, as the database takes it; empty when it is longer than that. */
  static String shown(String text, int longest) {
    return text.length() <= longest ? text.replace(NUL, "") : "";
  }
}
