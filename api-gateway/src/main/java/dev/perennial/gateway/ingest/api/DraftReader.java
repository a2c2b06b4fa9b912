package dev.perennial.gateway.ingest.api;

import dev.perennial.gateway.ingest.domain.Draft;
import dev.perennial.gateway.ingest.domain.EventKind;
import dev.perennial.gateway.ingest.domain.Fault;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one item. What its batch adds may come later in the request, so it is drafted at the end.
 */
final class DraftReader {

  private final int index;
  private final String at;
  private int bytes;
  private @Nullable Fault fault;
  private @Nullable String type;
  private @Nullable String messageId;
  private @Nullable String userId;
  private @Nullable String anonymousId;
  private @Nullable String previousId;
  private @Nullable String groupId;
  private @Nullable String event;
  private @Nullable String name;
  private @Nullable String timestamp;
  private @Nullable String originalTimestamp;
  private @Nullable String sentAt;
  private @Nullable String properties;
  private @Nullable String traits;
  private @Nullable String writeKey;
  private EventContext context = EventContext.NONE;

  /**
   * @param at JSON pointer of the item in the request's body
   */
  DraftReader(int index, String at) {
    this.index = index;
    this.at = at;
  }

  DraftReader read(JsonCursor cursor) throws IOException {
    if (cursor.isObject()) {
      int from = cursor.position() - 1;
      for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
        value(field, cursor);
      }
      bytes = cursor.position() - from;
    } else {
      cursor.fault("", "must be an object");
      cursor.skip();
    }
    fault = cursor.takeFault();
    return this;
  }

  private void value(String field, JsonCursor cursor) throws IOException {
    switch (field) {
      case "type" -> type = cursor.text("/type");
      case "messageId" -> messageId = cursor.text("/messageId");
      case "userId" -> userId = cursor.text("/userId");
      case "anonymousId" -> anonymousId = cursor.text("/anonymousId");
      case "previousId" -> previousId = cursor.text("/previousId");
      case "groupId" -> groupId = cursor.text("/groupId");
      case "event" -> event = cursor.text("/event");
      case "name" -> name = cursor.text("/name");
      case "timestamp" -> timestamp = cursor.text("/timestamp");
      case "originalTimestamp" -> originalTimestamp = cursor.text("/originalTimestamp");
      case "sentAt" -> sentAt = cursor.text("/sentAt");
      case "properties" -> properties = cursor.object("/properties");
      case "traits" -> traits = cursor.object("/traits");
      case "context" -> context = EventContext.read(cursor);
      case "writeKey" -> writeKey = cursor.text("/writeKey");
      default -> cursor.skip();
    }
  }

  @Nullable String writeKey() {
    return writeKey;
  }

  /** An item that came alone, at the path of its kind, whatever type it states. */
  Draft alone(EventKind kind) {
    return draft(kind.wireName(), EventContext.NONE, null);
  }

  Draft within(EventContext batch, @Nullable String batchSentAt) {
    return draft(type, batch, batchSentAt);
  }

  private Draft draft(@Nullable String kind, EventContext batch, @Nullable String batchSentAt) {
    EventContext whole = context.over(batch);
    return new Draft(
        index,
        at,
        bytes + (batch.json() == null ? 0 : batch.json().length()),
        fault,
        kind,
        messageId,
        userId,
        anonymousId,
        previousId,
        groupId,
        event,
        name,
        originalTimestamp == null ? timestamp : originalTimestamp,
        sentAt == null ? batchSentAt : sentAt,
        properties,
        traits == null ? whole.traits() : traits,
        whole.json(),
        whole.externalIds());
  }
}
