package dev.perennial.gateway.ingest.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perennial.gateway.ingest.domain.ExternalId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The context of an item or of a batch.
 *
 * @param json compact; null when there is none
 * @param traits what RudderStack's SDKs send here instead of at the top of an identify
 */
record EventContext(@Nullable String json, @Nullable String traits, List<ExternalId> externalIds) {

  static final EventContext NONE = new EventContext(null, null, List.of());

  private static final ObjectMapper EXACT =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  static EventContext read(JsonCursor cursor) throws IOException {
    if (!cursor.isObject()) {
      cursor.noObject("/context");
      return NONE;
    }
    int from = cursor.position() - 1;
    String traits = null;
    List<ExternalId> externalIds = List.of();
    for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
      switch (field) {
        case "traits" ->
            traits = cursor.isObject() ? cursor.object("/context/traits") : skip(cursor);
        case "externalIds" -> externalIds = externalIds(cursor);
        default -> cursor.skip();
      }
    }
    return new EventContext(cursor.compactFrom(from, "/context"), traits, externalIds);
  }

  private static @Nullable String skip(JsonCursor cursor) throws IOException {
    cursor.skip();
    return null;
  }

  private static List<ExternalId> externalIds(JsonCursor cursor) throws IOException {
    var ids = new ArrayList<ExternalId>();
    if (!cursor.isArray()) {
      cursor.skip();
      return ids;
    }
    while (cursor.nextElement()) {
      String type = null;
      String id = null;
      if (cursor.isObject()) {
        for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
          switch (field) {
            case "type" -> type = cursor.text("/context/externalIds");
            case "id" -> id = cursor.text("/context/externalIds");
            default -> cursor.skip();
          }
        }
      } else {
        cursor.skip();
      }
      if (type != null && id != null) {
        ids.add(new ExternalId(type, id));
      } else {
        cursor.fault("/context/externalIds", "needs type and id in each element");
      }
    }
    return ids;
  }

  /** This item's context with what the batch's adds to it: the item's own fields stay. */
  EventContext over(EventContext batch) {
    if (batch.json == null) {
      return this;
    }
    if (json == null) {
      return batch;
    }
    return new EventContext(
        merged(batch.json, json),
        traits == null ? batch.traits : traits,
        externalIds.isEmpty() ? batch.externalIds : externalIds);
  }

  private static String merged(String batch, String item) {
    try {
      JsonNode below = EXACT.readTree(batch);
      return ((ObjectNode) below).setAll((ObjectNode) EXACT.readTree(item)).toString();
    } catch (JsonProcessingException e) {
      throw MalformedJsonException.of(e);
    }
  }
}
